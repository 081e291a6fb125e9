// The roles of Agora's sample code. C++11.
#ifndef DYNAKEY_USER_ROLE_H
#define DYNAKEY_USER_ROLE_H

namespace agora {
namespace tools {

/// What a user of version 006 may do. All but Role_Subscriber publish.
enum UserRole {
    Role_Attendee = 0,
    Role_Publisher = 1,
    Role_Subscriber = 2,
    Role_Admin = 101,
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_USER_ROLE_H
