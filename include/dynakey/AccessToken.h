// The token object of version 006 by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_ACCESS_TOKEN_H
#define DYNAKEY_ACCESS_TOKEN_H

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "Error.h"

namespace agora {
namespace tools {

/// A version 006 token in its parts. `Build` checks ids, sizes and texts, nothing else.
class AccessToken {
public:
    enum Privileges {
        kJoinChannel = 1,
        kPublishAudioStream = 2,
        kPublishVideoStream = 3,
        kPublishDataStream = 4,
        kRtmLogin = 1000,
    };

    /// The signed part. `messages` is live: what is put in it is built.
    struct Message {
        std::uint32_t salt;
        std::uint32_t ts;
        std::map<std::uint16_t, std::uint32_t> messages;
    };

    /// A token object with a random salt that ends 24 hours from now. The uid 0 is anyone.
    AccessToken(const std::string& appId, const std::string& appCertificate,
                const std::string& channelName, std::uint32_t uid)
        : AccessToken(appId, appCertificate, channelName,
                      uid == 0 ? std::string() : std::to_string(uid)) {}

    /// A token object for a user known by a text; "" is anyone.
    AccessToken(const std::string& appId = "", const std::string& appCertificate = "",
                const std::string& channelName = "", const std::string& uid = "")
        : app_id_(appId),
          channel_name_(channelName),
          uid_(uid),
          app_certificate_(appCertificate) {
        dynakey_error* error = nullptr;
        dynakey::detail::succeed(
            dynakey_access_token_defaults(&message_.salt, &message_.ts, &error), error);
    }

    /// Grants a privilege until a time in Unix seconds; 0 is as long as the token.
    void AddPrivilege(Privileges privilege, std::uint32_t expireTimestamp = 0) {
        message_.messages[static_cast<std::uint16_t>(privilege)] = expireTimestamp;
    }

    /// Sets when the token as a whole ends, in Unix seconds.
    void SetTokenExpiredTs(std::uint32_t ts) { message_.ts = ts; }

    /// The token.
    std::string Build() const {
        using namespace dynakey::detail;
        const char* id = c_text(app_id_, "app_id");
        const char* certificate = c_text(app_certificate_, "app_certificate");
        const char* channel = c_text(channel_name_, "channel_name");
        const char* user = c_text(uid_, "uid");
        std::vector<dynakey_privilege> privileges;
        for (const auto& entry : message_.messages) {
            privileges.push_back(dynakey_privilege{entry.first, entry.second});
        }
        char* token = nullptr;
        dynakey_error* error = nullptr;
        succeed(dynakey_access_token_build(id, certificate, channel, user, message_.salt,
                                           message_.ts, privileges.data(), privileges.size(),
                                           &token, &error),
                error);
        return take(token);
    }

    /// Reads a token into this object; false, and everything cleared, if it can't be read.
    bool FromString(const std::string& token) {
        struct Owner {
            dynakey_access_token* read = nullptr;
            ~Owner() { dynakey_access_token_free(read); }
        } owner;
        const bool whole = token.find('\0') == std::string::npos;
        if (!whole || dynakey_access_token_read(token.c_str(), &owner.read, nullptr) != DYNAKEY_OK) {
            clear();
            return false;
        }
        app_id_ = dynakey_access_token_app_id(owner.read);
        crc_channel_name_ = dynakey_access_token_crc_channel_name(owner.read);
        crc_uid_ = dynakey_access_token_crc_uid(owner.read);
        signature_.assign(
            reinterpret_cast<const char*>(dynakey_access_token_signature(owner.read)), 32);
        message_.salt = dynakey_access_token_salt(owner.read);
        message_.ts = dynakey_access_token_ts(owner.read);
        message_.messages.clear();
        const dynakey_privilege* privileges = dynakey_access_token_privileges(owner.read);
        const std::size_t count = dynakey_access_token_privilege_count(owner.read);
        for (std::size_t i = 0; i < count; ++i) {
            message_.messages[privileges[i].number] = privileges[i].expires;
        }
        return true;
    }

    std::string app_id_;
    std::string channel_name_;
    std::string uid_;
    /// The 32 bytes of the signature of a token that was read.
    std::string signature_;
    std::uint32_t crc_channel_name_ = 0;
    std::uint32_t crc_uid_ = 0;
    Message message_ = {0, 0, {}};

private:
    void clear() {
        app_id_.clear();
        channel_name_.clear();
        uid_.clear();
        signature_.clear();
        crc_channel_name_ = 0;
        crc_uid_ = 0;
        message_ = Message{0, 0, {}};
    }

    std::string app_certificate_;
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_ACCESS_TOKEN_H
