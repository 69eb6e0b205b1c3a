//! Which address a caller has.

use super::{BEHIND_A_PROXY, too_many};
use crate::phone::{PASSWORD, Phone};
use crate::service::Service;

fn use_up(phone: &Phone) {
    for _ in 0..10 {
        assert_eq!(phone.login("test-girl-1", "wrong").status, 401);
    }
    too_many(&phone.login("test-girl-1", PASSWORD), 30);
}

#[test]
fn another_network_still_works() {
    let service = Service::with(&[BEHIND_A_PROXY]);
    service.girl("test-girl-1");
    use_up(&service.phone().behind("192.0.2.1"));
    assert_eq!(service.phone().behind("198.51.100.1").login("test-girl-1", PASSWORD).status, 200);
}

#[test]
fn what_the_caller_writes_before_the_proxys_own_hop_changes_nothing() {
    let service = Service::with(&[BEHIND_A_PROXY]);
    service.girl("test-girl-1");
    for number in 0..10 {
        let phone = service.phone().behind(&format!("203.0.113.{number}, 192.0.2.1"));
        assert_eq!(phone.login("test-girl-1", "wrong").status, 401);
    }
    too_many(&service.phone().behind("203.0.113.99, 192.0.2.1").login("test-girl-1", PASSWORD), 30);
}

#[test]
fn without_a_proxy_the_header_is_not_read() {
    let service = Service::start();
    service.girl("test-girl-1");
    for number in 0..10 {
        let phone = service.phone().behind(&format!("203.0.113.{number}"));
        assert_eq!(phone.login("test-girl-1", "wrong").status, 401);
    }
    too_many(&service.phone().behind("203.0.113.99").login("test-girl-1", PASSWORD), 30);
}

#[test]
fn sixty_four_bits_of_ipv6_are_one_network() {
    let service = Service::with(&[BEHIND_A_PROXY]);
    service.girl("test-girl-1");
    use_up(&service.phone().behind("2001:db8:1:2::1"));
    too_many(&service.phone().behind("2001:db8:1:2:ffff::9").login("test-girl-1", PASSWORD), 30);
    assert_eq!(
        service.phone().behind("2001:db8:1:3::1").login("test-girl-1", PASSWORD).status,
        200
    );
}
