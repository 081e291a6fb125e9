// FPA tokens by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_FPA_TOKEN_BUILDER_H
#define DYNAKEY_FPA_TOKEN_BUILDER_H

#include <string>

#include "Build.h"

namespace agora {
namespace tools {

/// Makes FPA tokens. Throws dynakey::Error for the first argument that fails.
class FpaTokenBuilder {
public:
    /// A token, which lasts for 24 hours.
    static std::string BuildToken(const std::string& app_id, const std::string& app_certificate) {
        return dynakey::detail::build(dynakey_fpa_build_token, app_id, app_certificate);
    }
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_FPA_TOKEN_BUILDER_H
