//! Services with any fields.

use arbitrary::{Arbitrary, Result, Unstructured};
use dynakey::sample_api::{
    Service, ServiceApaas, ServiceChat, ServiceConvoAI, ServiceFCdn, ServiceFpa, ServiceRtc,
    ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt,
};
use dynakey::{Input, Permissions, ServiceType};

/// A service of the token object of version 007.
#[derive(Debug)]
pub struct AnyService(pub Service);

impl<'a> Arbitrary<'a> for AnyService {
    fn arbitrary(data: &mut Unstructured<'a>) -> Result<Self> {
        let (channel, user) = (<&str>::arbitrary(data)?, <&str>::arbitrary(data)?);
        let mut service: Service = match *data.choose(&ServiceType::ALL)? {
            ServiceType::Rtc => {
                let user: Input<'_> =
                    if bool::arbitrary(data)? { u32::arbitrary(data)?.into() } else { user.into() };
                ServiceRtc::new(channel, user).expect("texts and numbers are users").into()
            }
            ServiceType::Rtm => ServiceRtm::new(user).into(),
            ServiceType::Streaming => ServiceStreaming::new(channel, user).into(),
            ServiceType::Fpa => ServiceFpa::new().into(),
            ServiceType::Chat => ServiceChat::new(user).into(),
            ServiceType::FCdn => ServiceFCdn::new(channel, user).into(),
            ServiceType::Apaas => ServiceApaas::new(channel, user, i16::arbitrary(data)?).into(),
            ServiceType::Rtm2 => ServiceRtm2::new(user, any_permissions(data)?).into(),
            ServiceType::ConvoAi => ServiceConvoAI::new().into(),
            ServiceType::Stt => ServiceStt::new().into(),
        };
        service.privileges = Arbitrary::arbitrary(data)?;
        Ok(Self(service))
    }
}

fn any_permissions(data: &mut Unstructured<'_>) -> Result<Permissions> {
    let mut permissions = Permissions::new();
    for row in data.arbitrary_iter::<(u16, u16, Vec<&str>)>()? {
        let (resource, permission, names) = row?;
        permissions = permissions.add(resource, permission, names).expect("numbers and texts");
    }
    Ok(permissions)
}
