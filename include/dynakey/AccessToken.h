// The token object of version 006 by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_ACCESS_TOKEN_H
#define DYNAKEY_ACCESS_TOKEN_H

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "Error.h"
#include "Integer.h"
#include "Secret.h"

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

    /// The same for a number of another type; one that is out of range is refused, never cut.
    template <class Uid, class = dynakey::detail::IfNumbers<Uid>>
    AccessToken(const std::string& appId, const std::string& appCertificate,
                const std::string& channelName, Uid uid)
        : AccessToken(appId, appCertificate, channelName,
                      dynakey::detail::integer32(uid, DYNAKEY_INVALID_UID, "invalid_uid", "uid")) {}

    /// A token object for a user known by a text; "" is anyone.
    AccessToken(const std::string& appId = "", const std::string& appCertificate = "",
                const std::string& channelName = "", const std::string& uid = "")
        : app_id_(appId),
          channel_name_(channelName),
          uid_(uid),
          app_certificate_(appCertificate) {
        dynakey::detail::succeed([this](dynakey_error** error) {
            return dynakey_access_token_defaults(&message_.salt, &message_.ts, error);
        });
    }

    /// Grants a privilege until a time in Unix seconds; 0 is as long as the token.
    template <class Ts = std::uint32_t>
    void AddPrivilege(Privileges privilege, Ts expireTimestamp = 0) {
        message_.messages[static_cast<std::uint16_t>(privilege)] =
            expiry(expireTimestamp, "messages");
    }

    /// Sets when the token as a whole ends, in Unix seconds.
    template <class Ts>
    void SetTokenExpiredTs(Ts ts) {
        message_.ts = expiry(ts, "ts");
    }

    /// The token.
    std::string Build() const {
        using dynakey::detail::c_text;
        std::vector<dynakey_privilege> privileges;
        for (const auto& entry : message_.messages) {
            privileges.push_back(dynakey_privilege{entry.first, entry.second});
        }
        return dynakey::detail::text_of([&](char** token, dynakey_error** error) {
            return dynakey_access_token_build(c_text(app_id_), app_certificate_.c_text(),
                                              c_text(channel_name_), c_text(uid_), message_.salt,
                                              message_.ts, privileges.data(), privileges.size(),
                                              token, error);
        });
    }

    /// Reads a token into this object; false, and everything cleared, if it can't be read.
    bool FromString(const std::string& token) {
        struct Owner {
            dynakey_access_token* read = nullptr;
            ~Owner() { dynakey_access_token_free(read); }
        } owner;
        if (dynakey_access_token_read(dynakey::detail::c_text(token), &owner.read, nullptr) !=
            DYNAKEY_OK) {
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
            message_.messages[static_cast<std::uint16_t>(privileges[i].number)] =
                static_cast<std::uint32_t>(privileges[i].expires);
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
    template <class Ts>
    static std::uint32_t expiry(Ts ts, const char* argument) {
        return dynakey::detail::integer32(ts, DYNAKEY_EXPIRY_NOT_A_TIMESTAMP,
                                          "expiry_not_a_timestamp", argument);
    }

    void clear() {
        app_id_.clear();
        channel_name_.clear();
        uid_.clear();
        signature_.clear();
        crc_channel_name_ = 0;
        crc_uid_ = 0;
        message_ = Message{0, 0, {}};
    }

    dynakey::detail::Secret app_certificate_;
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_ACCESS_TOKEN_H
