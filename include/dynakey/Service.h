// The services of a version 007 token object by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_SERVICE_H
#define DYNAKEY_SERVICE_H

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "Error.h"
#include "Integer.h"
#include "Permissions.h"

namespace agora {
namespace tools {

namespace detail {

/// A service for C, and what it points to.
struct CService {
    dynakey_service service;
    std::vector<dynakey_privilege> privileges;
    dynakey::detail::CPermissions permissions;
};

/// The user of a uid as text: 0 is anyone.
template <class Uid>
std::string user_text(Uid uid) {
    const auto number = dynakey::detail::integer32(uid, DYNAKEY_INVALID_UID, "invalid_uid", "uid");
    return number == 0 ? std::string() : std::to_string(number);
}

}  // namespace detail

/// A service of an AccessToken2: which it is, whom it is for, and its privileges.
class Service {
public:
    virtual ~Service() = default;

    /// The number of the service.
    std::uint16_t ServiceType() const { return type_; }

    /// Grants a privilege for a duration in seconds; 0 is as long as the token.
    void AddPrivilege(dynakey::Integer privilege, dynakey::Integer expire) {
        using dynakey::detail::fitting;
        const auto number = fitting<std::uint16_t>(privilege, DYNAKEY_NUMBER_OUT_OF_RANGE,
                                                   "number_out_of_range", "privileges");
        privileges_[number] = fitting<std::uint32_t>(expire, DYNAKEY_EXPIRY_NOT_A_DURATION,
                                                     "expiry_not_a_duration", "privileges");
    }

    /// The privileges by number; what is put in is built.
    std::map<std::uint16_t, std::uint32_t> privileges_;

    /// Says what the service is for: for AccessToken2.
    virtual void Write(detail::CService& c) const { static_cast<void>(c); }
    /// Takes what a token says.
    virtual void Read(const dynakey_service& c) { static_cast<void>(c); }

protected:
    explicit Service(std::uint16_t type) : type_(type) {}
    Service(const Service&) = default;
    Service& operator=(const Service&) = default;

private:
    std::uint16_t type_;
};

/// RTC: calls, live streams, classrooms. The channel "*" is any; the uid 0 is anyone.
class ServiceRtc : public Service {
public:
    enum : std::uint16_t { kServiceType = 1 };
    enum Privileges : std::uint16_t {
        kPrivilegeJoinChannel = 1,
        kPrivilegePublishAudioStream = 2,
        kPrivilegePublishVideoStream = 3,
        kPrivilegePublishDataStream = 4,
    };

    explicit ServiceRtc(const std::string& channel_name = "", const std::string& account = "")
        : Service(kServiceType), channel_name_(channel_name), account_(account) {}
    template <class Uid, class = dynakey::detail::IfNumbers<Uid>>
    ServiceRtc(const std::string& channel_name, Uid uid)
        : Service(kServiceType), channel_name_(channel_name), account_(detail::user_text(uid)) {}

    void Write(detail::CService& c) const override {
        c.service.channel = dynakey::detail::c_text(channel_name_);
        c.service.user = dynakey::detail::c_text(account_);
    }
    void Read(const dynakey_service& c) override {
        channel_name_ = c.channel;
        account_ = c.user;
    }

    std::string channel_name_;
    /// The user as text, "" for anyone.
    std::string account_;
};

/// RTM: messaging and signaling.
class ServiceRtm : public Service {
public:
    enum : std::uint16_t { kServiceType = 2 };
    enum Privileges : std::uint16_t {
        kPrivilegeLogin = 1,
    };

    explicit ServiceRtm(const std::string& user_id = "")
        : Service(kServiceType), user_id_(user_id) {}

    void Write(detail::CService& c) const override {
        c.service.user = dynakey::detail::c_text(user_id_);
    }
    void Read(const dynakey_service& c) override { user_id_ = c.user; }

    std::string user_id_;
};

/// Streaming to and from a channel.
class ServiceStreaming : public Service {
public:
    enum : std::uint16_t { kServiceType = 3 };
    enum Privileges : std::uint16_t {
        kPrivilegePublishMixStream = 1,
        kPrivilegePublishRawStream = 2,
    };

    explicit ServiceStreaming(const std::string& channel_name = "", const std::string& account = "")
        : Service(kServiceType), channel_name_(channel_name), account_(account) {}
    template <class Uid, class = dynakey::detail::IfNumbers<Uid>>
    ServiceStreaming(const std::string& channel_name, Uid uid)
        : Service(kServiceType), channel_name_(channel_name), account_(detail::user_text(uid)) {}

    void Write(detail::CService& c) const override {
        c.service.channel = dynakey::detail::c_text(channel_name_);
        c.service.user = dynakey::detail::c_text(account_);
    }
    void Read(const dynakey_service& c) override {
        channel_name_ = c.channel;
        account_ = c.user;
    }

    std::string channel_name_;
    /// The user as text, "" for anyone.
    std::string account_;
};

/// Full-path acceleration.
class ServiceFpa : public Service {
public:
    enum : std::uint16_t { kServiceType = 4 };
    enum Privileges : std::uint16_t {
        kPrivilegeLogin = 1,
    };

    ServiceFpa() : Service(kServiceType) {}
};

/// Chat, for a user, or for the app if that is "".
class ServiceChat : public Service {
public:
    enum : std::uint16_t { kServiceType = 5 };
    enum Privileges : std::uint16_t {
        kPrivilegeUser = 1,
        kPrivilegeApp = 2,
    };

    explicit ServiceChat(const std::string& user_id = "")
        : Service(kServiceType), user_id_(user_id) {}

    void Write(detail::CService& c) const override {
        c.service.user = dynakey::detail::c_text(user_id_);
    }
    void Read(const dynakey_service& c) override { user_id_ = c.user; }

    std::string user_id_;
};

/// The fusion CDN.
class ServiceFCdn : public Service {
public:
    enum : std::uint16_t { kServiceType = 6 };
    enum Privileges : std::uint16_t {
        kPrivilegePublish = 1,
        kPrivilegePlay = 2,
    };

    explicit ServiceFCdn(const std::string& channel_name = "", const std::string& account = "")
        : Service(kServiceType), channel_name_(channel_name), account_(account) {}
    template <class Uid, class = dynakey::detail::IfNumbers<Uid>>
    ServiceFCdn(const std::string& channel_name, Uid uid)
        : Service(kServiceType), channel_name_(channel_name), account_(detail::user_text(uid)) {}

    void Write(detail::CService& c) const override {
        c.service.channel = dynakey::detail::c_text(channel_name_);
        c.service.user = dynakey::detail::c_text(account_);
    }
    void Read(const dynakey_service& c) override {
        channel_name_ = c.channel;
        account_ = c.user;
    }

    std::string channel_name_;
    /// The user as text, "" for anyone.
    std::string account_;
};

/// APaaS: flexible classroom and education. The role -1 is none.
class ServiceApaas : public Service {
public:
    enum : std::uint16_t { kServiceType = 7 };
    enum Privileges : std::uint16_t {
        kPrivilegeRoomUser = 1,
        kPrivilegeUser = 2,
        kPrivilegeApp = 3,
    };

    explicit ServiceApaas(const std::string& room_uuid = "", const std::string& user_uuid = "",
                          dynakey::Integer role = -1)
        : Service(kServiceType),
          room_uuid_(room_uuid),
          user_uuid_(user_uuid),
          role_(dynakey::detail::fitting<std::int16_t>(role, DYNAKEY_INVALID_ROLE, "invalid_role",
                                                       "role")) {}

    void Write(detail::CService& c) const override {
        c.service.channel = dynakey::detail::c_text(room_uuid_);
        c.service.user = dynakey::detail::c_text(user_uuid_);
        c.service.role = role_;
    }
    void Read(const dynakey_service& c) override {
        room_uuid_ = c.channel;
        user_uuid_ = c.user;
        role_ = static_cast<std::int16_t>(c.role);
    }

    std::string room_uuid_;
    std::string user_uuid_;
    std::int16_t role_;
};

/// RTM with permissions on single resources.
class ServiceRtm2 : public Service {
public:
    enum : std::uint16_t { kServiceType = 8 };
    enum Privileges : std::uint16_t {
        kPrivilegeLogin = 1,
    };
    using Permissions = dynakey::Permissions;

    explicit ServiceRtm2(const std::string& user_id = "",
                         const Permissions& permissions = Permissions())
        : Service(kServiceType), user_id_(user_id), permissions_(permissions) {}

    void Write(detail::CService& c) const override {
        c.service.user = dynakey::detail::c_text(user_id_);
        c.permissions = dynakey::detail::CPermissions(permissions_);
    }
    void Read(const dynakey_service& c) override {
        user_id_ = c.user;
        permissions_ = Permissions();
        for (std::size_t i = 0; i < c.permission_count; ++i) {
            const dynakey_permission& permission = c.permissions[i];
            permissions_.add(permission.resource_type, permission.permission_type,
                             std::vector<std::string>(permission.names,
                                                      permission.names + permission.name_count));
        }
    }

    std::string user_id_;
    Permissions permissions_;
};

/// Conversational AI, beside RTC and RTM.
class ServiceConvoAI : public Service {
public:
    enum : std::uint16_t { kServiceType = 9 };

    ServiceConvoAI() : Service(kServiceType) {}
};

/// Speech to text, beside RTC and RTM.
class ServiceStt : public Service {
public:
    enum : std::uint16_t { kServiceType = 10 };

    ServiceStt() : Service(kServiceType) {}
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_SERVICE_H
