// The roles of Agora's sample code. C++11.
#ifndef DYNAKEY_USER_ROLE_H
#define DYNAKEY_USER_ROLE_H

namespace agora {
namespace tools {

/// What a user may do. In version 006 all but Role_Subscriber publish; version 007 has only the
/// publisher and the subscriber.
enum UserRole {
    Role_Attendee = 0,
    Role_Publisher = 1,
    Role_Subscriber = 2,
    Role_Admin = 101,
    kRolePublisher = 1,
    kRoleSubscriber = 2,
};

}  // namespace tools
}  // namespace agora

#endif  // DYNAKEY_USER_ROLE_H
