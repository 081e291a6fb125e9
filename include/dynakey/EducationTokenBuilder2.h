// Education tokens by the names of Agora's sample code. C++11.
#ifndef DYNAKEY_EDUCATION_TOKEN_BUILDER2_H
#define DYNAKEY_EDUCATION_TOKEN_BUILDER2_H

#include "ApaasTokenBuilder.h"

namespace agora {
namespace tools {

/// Makes education tokens, which are those of APaaS.
using EducationTokenBuilder2 = ApaasTokenBuilder;

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_EDUCATION_TOKEN_BUILDER2_H
