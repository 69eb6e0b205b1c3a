//! Where the links of a text lead. The service asks each address itself, but only on the open
//! internet: an address within its own network is never asked, whatever a text says.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use futures_util::future::join_all;
use reqwest::{Client, Url, redirect};
use serde::Serialize;

/// Most links that are asked at once.
const MOST: usize = 20;

/// How long one may take.
const PATIENCE: Duration = Duration::from_secs(8);

/// What is at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Found {
    /// A page.
    Alive,
    /// The way to another address.
    Moved,
    /// Nothing any more.
    Dead,
    /// Nobody answered, or not so that one can tell.
    Unclear,
    /// It is no address on the open internet.
    NotPublic,
}

/// Asks the first [`MOST`] of `addresses`.
pub(super) async fn ask(addresses: Vec<String>) -> Vec<(String, Found)> {
    join_all(addresses.into_iter().take(MOST).map(|address| async {
        let found = one(&address, is_public).await;
        (address, found)
    }))
    .await
}

async fn one(address: &str, allowed: fn(IpAddr) -> bool) -> Found {
    let Ok(url) = Url::parse(address) else { return Found::NotPublic };
    if !matches!(url.scheme(), "http" | "https") {
        return Found::NotPublic;
    }
    let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
        return Found::NotPublic;
    };
    let name = host.trim_start_matches('[').trim_end_matches(']');
    let Ok(found) = tokio::net::lookup_host((name, port)).await else { return Found::Unclear };
    let found: Vec<SocketAddr> = found.collect();
    if found.is_empty() || !found.iter().all(|at| allowed(at.ip())) {
        return Found::NotPublic;
    }
    // Exactly what was looked at is asked: the name is not resolved a second time.
    let client = Client::builder()
        .redirect(redirect::Policy::none())
        .timeout(PATIENCE)
        .no_proxy()
        .resolve_to_addrs(host, &found)
        .build();
    let Ok(client) = client else { return Found::Unclear };
    match client.get(url).send().await.map(|answer| answer.status().as_u16()) {
        Ok(200..=299) => Found::Alive,
        Ok(300..=399) => Found::Moved,
        Ok(404 | 410) => Found::Dead,
        _ => Found::Unclear,
    }
}

/// Whether an address is one of the open internet.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => {
            let [first, second, ..] = four.octets();
            let shared = first == 100 && (64..=127).contains(&second);
            let special = first == 0 || first >= 224 || (first == 192 && second == 0);
            !(four.is_private()
                || four.is_loopback()
                || four.is_link_local()
                || four.is_documentation()
                || shared
                || special)
        }
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => is_public(IpAddr::V4(four)),
            // Global unicast, but for documentation, and for what leads on to IPv4.
            None => {
                let [first, second, ..] = six.segments();
                (0x2000..=0x3fff).contains(&first)
                    && first != 0x2002
                    && !(first == 0x2001 && (second < 0x200 || second == 0xdb8))
            }
        },
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use std::io::{Read, Write};
    use std::net::TcpListener;

    use super::{Found, is_public, one};

    #[test]
    fn only_the_open_internet_is_asked() {
        for public in ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for other in [
            "127.0.0.1",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "2002:7f00:1::",
            "64:ff9b::7f00:1",
            "2001:db8::1",
        ] {
            assert!(!is_public(other.parse().unwrap()), "{other}");
        }
    }

    #[tokio::test]
    async fn an_answer_says_what_is_there() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut request = [0; 2048];
                let read = stream.read(&mut request).unwrap();
                let request = String::from_utf8_lossy(&request[..read]).into_owned();
                let status = request.split(['/', ' ']).nth(2).unwrap().to_owned();
                let answer = format!("HTTP/1.1 {status} x\r\ncontent-length: 0\r\n\r\n");
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        for (status, expected) in [
            ("200", Found::Alive),
            ("301", Found::Moved),
            ("404", Found::Dead),
            ("410", Found::Dead),
            ("403", Found::Unclear),
            ("500", Found::Unclear),
        ] {
            assert_eq!(one(&format!("{address}/{status}"), |_| true).await, expected, "{status}");
        }
        // Never by the service's own rule, whatever is there.
        for inner in [address.as_str(), "http://localhost/", "http://[::1]/", "ftp://x", "http:"] {
            assert_eq!(one(inner, is_public).await, Found::NotPublic, "{inner}");
        }
    }
}
