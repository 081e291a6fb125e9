// Permissions of RTM2. C++11.
#ifndef DYNAKEY_PERMISSIONS_H
#define DYNAKEY_PERMISSIONS_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "Error.h"
#include "Integer.h"

namespace dynakey {

/// What a user may do with the resources of one type.
struct Permission {
    /// 0 message channels, 1 stream channels, 2 group channels, 3 server groups, 4 users.
    std::int64_t resource_type;
    /// 0 reads, 1 writes.
    std::int64_t permission_type;
    /// The names of the resources.
    std::vector<std::string> names;
};

/// Permissions on RTM resources. Of those with equal numbers the last counts.
class Permissions {
public:
    /// The types of resources.
    enum : std::uint16_t {
        kMessageChannels = 0,
        kStreamChannels = 1,
        kGroupChannels = 2,
        kServerGroups = 3,
        kUsers = 4,
    };
    /// What is permitted.
    enum : std::uint16_t {
        kRead = 0,
        kWrite = 1,
    };

    /// Permits something on resources of one type.
    Permissions& add(Integer resource_type, Integer permission_type,
                     std::vector<std::string> names) {
        permissions_.push_back(Permission{resource_type, permission_type, std::move(names)});
        return *this;
    }

    /// What is permitted.
    const std::vector<Permission>& permissions() const { return permissions_; }

private:
    std::vector<Permission> permissions_;
};

namespace detail {

/// Permissions for C. The texts stay the caller's.
class CPermissions {
public:
    CPermissions() = default;
    explicit CPermissions(const Permissions& permissions) {
        for (const Permission& permission : permissions.permissions()) {
            names_.emplace_back();
            for (const std::string& name : permission.names) {
                names_.back().push_back(c_text(name));
            }
            permissions_.push_back(dynakey_permission{permission.resource_type,
                                                      permission.permission_type,
                                                      names_.back().data(), names_.back().size()});
        }
    }
    CPermissions(const CPermissions&) = delete;
    CPermissions& operator=(const CPermissions&) = delete;
    CPermissions(CPermissions&&) = default;
    CPermissions& operator=(CPermissions&&) = default;

    const dynakey_permission* data() const { return permissions_.data(); }
    std::size_t size() const { return permissions_.size(); }

private:
    std::vector<std::vector<const char*>> names_;
    std::vector<dynakey_permission> permissions_;
};

}  // namespace detail

}  // namespace dynakey

#endif  // DYNAKEY_PERMISSIONS_H
