//! The byte stream under HTTP, with one habit of the HTTP library corrected.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::rt::net::TcpStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// A client's connection that never carries a 431.
///
/// The HTTP library answers a header block beyond 128 KB with 431, before any code of ours
/// runs. Current versions of the app take a 431 from anywhere as the order to log the girl
/// out, so the status goes out as 400 instead.
pub(crate) struct Connection(TcpStream);

const REFUSED: &[u8] = b"HTTP/1.1 431 ";
const INSTEAD: &[u8] = b"HTTP/1.1 400 ";

impl Connection {
    pub(crate) fn new(stream: TcpStream) -> Self {
        Connection(stream)
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buf)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if bytes.starts_with(REFUSED) {
            // Same length, so a partial write continues in the right place.
            let mut corrected = bytes.to_vec();
            corrected[..INSTEAD.len()].copy_from_slice(INSTEAD);
            return Pin::new(&mut self.0).poll_write(cx, &corrected);
        }
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write_vectored(cx, slices)
    }

    fn is_write_vectored(&self) -> bool {
        // Keeps every answer on `poll_write`, where the status line can be seen.
        false
    }
}
