// The token object of version 007 by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_ACCESS_TOKEN2_H
#define DYNAKEY_ACCESS_TOKEN2_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "Error.h"
#include "Integer.h"
#include "Secret.h"
#include "Service.h"

namespace agora {
namespace tools {

/// A version 007 token in its parts. `Build` checks ids, sizes and texts, nothing else.
class AccessToken2 {
public:
    /// A token object without services, with a random salt. An `issue_ts` of 0 is now; `expire` is
    /// a duration in seconds.
    explicit AccessToken2(const std::string& app_id = "", const std::string& app_certificate = "",
                          dynakey::Integer issue_ts = 0, dynakey::Integer expire = 900)
        : app_id_(app_id),
          issue_ts_(dynakey::detail::fitting<std::uint32_t>(
              issue_ts, DYNAKEY_EXPIRY_NOT_A_TIMESTAMP, "expiry_not_a_timestamp", "issue_ts")),
          expire_(dynakey::detail::fitting<std::uint32_t>(expire, DYNAKEY_EXPIRY_NOT_A_DURATION,
                                                          "expiry_not_a_duration", "expire")),
          app_certificate_(app_certificate) {
        std::uint32_t now = 0;
        dynakey::detail::succeed([&](dynakey_error** error) {
            return dynakey_access_token2_defaults(&salt_, &now, error);
        });
        if (issue_ts_ == 0) {
            issue_ts_ = now;
        }
    }

    /// Adds a service. One of a type that the token has already stands beside it.
    void AddService(std::unique_ptr<Service> service) {
        if (service == nullptr) {
            throw dynakey::Error(DYNAKEY_NULL_POINTER, "null_pointer",
                                 "null_pointer: service must not be null", "service",
                                 "Pass a service such as a ServiceRtc.");
        }
        services_.push_back(std::move(service));
    }

    /// The services of one type, such as `ServiceRtc::kServiceType`; they stay this object's.
    std::vector<Service*> GetServices(std::uint16_t type) const {
        std::vector<Service*> found;
        for (const auto& service : services_) {
            if (service->ServiceType() == type) {
                found.push_back(service.get());
            }
        }
        return found;
    }

    /// The token.
    std::string Build() const {
        using dynakey::detail::c_text;
        std::vector<detail::CService> kept;
        std::vector<dynakey_service> services;
        for (const auto& service : services_) {
            kept.push_back(Written(*service));
            services.push_back(kept.back().service);
        }
        return dynakey::detail::text_of([&](char** token, dynakey_error** error) {
            return dynakey_access_token2_build(c_text(app_id_), app_certificate_.c_text(),
                                               issue_ts_, expire_, salt_, services.data(),
                                               services.size(), token, error);
        });
    }

    /// Reads a token into this object; false, and everything cleared but the certificate, if it
    /// can't be read. A service that is not known ends the list; a token that is built then lacks
    /// it, and what follows it.
    bool FromString(const std::string& token) {
        dynakey_access_token2* read = nullptr;
        const dynakey_status status =
            dynakey_access_token2_read(dynakey::detail::c_text(token), &read, nullptr);
        read_.reset(read);
        services_.clear();
        signature_.clear();
        app_id_ = dynakey::detail::text_or_empty(dynakey_access_token2_app_id(read));
        issue_ts_ = dynakey_access_token2_issue_ts(read);
        expire_ = dynakey_access_token2_expire(read);
        salt_ = dynakey_access_token2_salt(read);
        if (status != DYNAKEY_OK) {
            return false;
        }
        signature_.assign(reinterpret_cast<const char*>(dynakey_access_token2_signature(read)), 32);
        const dynakey_service* services = dynakey_access_token2_services(read);
        for (std::size_t i = 0; i < dynakey_access_token2_service_count(read); ++i) {
            services_.push_back(Read(services[i]));
        }
        return true;
    }

    /// Whether a certificate made the token that was read, by the bytes that came; false if none
    /// was read.
    bool VerifySignature(const std::string& app_certificate) const {
        return dynakey_access_token2_verify_signature(read_.get(),
                                                      dynakey::detail::c_text(app_certificate));
    }

    std::string app_id_;
    /// When the token was issued, in Unix seconds.
    std::uint32_t issue_ts_;
    /// How long the token lasts from its issue, in seconds.
    std::uint32_t expire_;
    std::uint32_t salt_ = 0;
    /// The services; a token holds them sorted by their numbers.
    std::vector<std::unique_ptr<Service>> services_;
    /// The 32 bytes of the signature of a token that was read.
    std::string signature_;

private:
    struct Freer {
        void operator()(dynakey_access_token2* token) const noexcept {
            dynakey_access_token2_free(token);
        }
    };

    static detail::CService Written(const Service& service) {
        detail::CService c{};
        service.Write(c);
        for (const auto& entry : service.privileges_) {
            c.privileges.push_back(dynakey_privilege{entry.first, entry.second});
        }
        c.service.service_type = service.ServiceType();
        c.service.permissions = c.permissions.data();
        c.service.permission_count = c.permissions.size();
        c.service.privileges = c.privileges.data();
        c.service.privilege_count = c.privileges.size();
        return c;
    }

    static std::unique_ptr<Service> Read(const dynakey_service& c) {
        std::unique_ptr<Service> service = New(c.service_type);
        service->Read(c);
        for (std::size_t i = 0; i < c.privilege_count; ++i) {
            service->AddPrivilege(c.privileges[i].number, c.privileges[i].expires);
        }
        return service;
    }

    static std::unique_ptr<Service> New(std::int64_t type) {
        switch (type) {
            case ServiceRtc::kServiceType: return std::unique_ptr<Service>(new ServiceRtc());
            case ServiceRtm::kServiceType: return std::unique_ptr<Service>(new ServiceRtm());
            case ServiceStreaming::kServiceType:
                return std::unique_ptr<Service>(new ServiceStreaming());
            case ServiceFpa::kServiceType: return std::unique_ptr<Service>(new ServiceFpa());
            case ServiceChat::kServiceType: return std::unique_ptr<Service>(new ServiceChat());
            case ServiceFCdn::kServiceType: return std::unique_ptr<Service>(new ServiceFCdn());
            case ServiceApaas::kServiceType: return std::unique_ptr<Service>(new ServiceApaas());
            case ServiceRtm2::kServiceType: return std::unique_ptr<Service>(new ServiceRtm2());
            case ServiceConvoAI::kServiceType:
                return std::unique_ptr<Service>(new ServiceConvoAI());
            default: return std::unique_ptr<Service>(new ServiceStt());
        }
    }

    dynakey::detail::Secret app_certificate_;
    std::unique_ptr<dynakey_access_token2, Freer> read_;
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_ACCESS_TOKEN2_H
