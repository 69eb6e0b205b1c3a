//! Where a request comes from, as far as throttling needs to know.

use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv6Addr};

use actix_web::dev::Payload;
use actix_web::http::header::HeaderValue;
use actix_web::{FromRequest, HttpRequest};

use crate::context::Context;
use crate::error::Error;

/// The network prefix of the caller's address: the address itself for IPv4, the first 64 bits
/// for IPv6, where one household or phone has that many addresses to itself.
///
/// It is never stored or logged as it is; throttling keeps a keyed hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClientPrefix(IpAddr);

impl ClientPrefix {
    /// The prefix of `address`.
    pub fn of(address: IpAddr) -> ClientPrefix {
        ClientPrefix(match address.to_canonical() {
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
            address => address,
        })
    }

    /// The prefix as text, to be hashed.
    pub fn text(self) -> String {
        self.0.to_string()
    }
}

impl FromRequest for ClientPrefix {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Context::of(request).map(|context| {
            let forwarded = request.headers().get_all("x-forwarded-for").map(HeaderValue::as_bytes);
            let peer =
                request.peer_addr().map_or(IpAddr::from([0, 0, 0, 0]), |address| address.ip());
            ClientPrefix::of(client(peer, forwarded, context.settings.http.trusted_proxy_hops))
        }))
    }
}

/// The address `hops` proxies away. Each trusted proxy appends the address it was called
/// from, so what stands further left was written by the caller and proves nothing, whatever bytes it
/// is made of. A chain that is too short, or unreadable there, falls back to the peer.
pub fn client<'a>(peer: IpAddr, forwarded: impl Iterator<Item = &'a [u8]>, hops: usize) -> IpAddr {
    if hops == 0 {
        return peer;
    }
    let chain: Vec<&[u8]> = forwarded.flat_map(|value| value.split(|byte| *byte == b',')).collect();
    chain
        .len()
        .checked_sub(hops)
        .and_then(|at| std::str::from_utf8(chain.get(at)?).ok())
        .and_then(|text| text.trim().parse().ok())
        .unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use std::net::IpAddr;

    use super::{ClientPrefix, client};

    fn at(headers: &[&str], hops: usize) -> String {
        let headers = headers.iter().map(|header| header.as_bytes());
        client(IpAddr::from([10, 0, 0, 1]), headers, hops).to_string()
    }

    #[test]
    fn only_the_trusted_hop_counts() {
        assert_eq!(at(&["1.1.1.1"], 0), "10.0.0.1");
        assert_eq!(at(&["6.6.6.6, 1.1.1.1"], 1), "1.1.1.1");
        assert_eq!(at(&["6.6.6.6", "1.1.1.1, 2.2.2.2"], 2), "1.1.1.1");
        assert_eq!(at(&["1.1.1.1"], 2), "10.0.0.1");
        assert_eq!(at(&["nonsense"], 1), "10.0.0.1");
        assert_eq!(at(&[], 1), "10.0.0.1");
    }

    #[test]
    fn bytes_that_are_no_text_hide_no_trusted_hop() {
        let peer = IpAddr::from([10, 0, 0, 1]);
        let found = |header: &[u8]| client(peer, [header].into_iter(), 1).to_string();
        assert_eq!(found(b"\xff, 1.1.1.1"), "1.1.1.1");
        assert_eq!(found(b"6.6.6.6, \xff"), "10.0.0.1");
    }

    #[test]
    fn ipv6_counts_by_its_first_half() {
        let one = ClientPrefix::of("2001:db8:1:2:3:4:5:6".parse().unwrap());
        let other = ClientPrefix::of("2001:db8:1:2:ffff::1".parse().unwrap());
        assert_eq!(one, other);
        assert_eq!(ClientPrefix::of("::ffff:1.2.3.4".parse().unwrap()).text(), "1.2.3.4");
    }
}
