//! Starts a service and stops it without dropping anybody.

use std::fmt;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_http::{HttpService, KeepAlive, Protocol, Request};
use actix_server::{Server, ServerBuilder, ServerHandle};
use actix_service::{
    IntoServiceFactory, ServiceFactory, ServiceFactoryExt, fn_service, map_config,
};
use actix_web::body::MessageBody;
use actix_web::dev::{AppConfig, ServiceResponse};
use actix_web::rt::net::TcpStream;
use socket2::{Domain, Protocol as SocketProtocol, Socket, Type};
use tokio::signal::unix::{SignalKind, signal};

use crate::connection::Connection;
use crate::context::Context;
use crate::{bring_up, emf, metrics_server, mobile};

/// A service that answers.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// Stops it.
    pub handle: ServerHandle,
    server: Server,
}

/// Binds the port and starts everything: content, HTTP, migration, metrics. `factory` builds
/// the routes, once per worker thread.
///
/// Production and tests start the same thing.
///
/// # Errors
///
/// When the port cannot be bound or a thread cannot be started.
pub fn start<F, I, S, B>(context: &Context, factory: F) -> io::Result<Running>
where
    F: Fn() -> I + Send + Clone + 'static,
    I: IntoServiceFactory<S, Request>,
    S: ServiceFactory<Request, Config = AppConfig, Response = ServiceResponse<B>> + 'static,
    S::Error: Into<actix_web::Error> + 'static,
    S::InitError: fmt::Debug,
    B: MessageBody + 'static,
{
    let http = context.settings.http.clone();
    let listener = listen(SocketAddr::new(http.address, http.port))?;
    let address = listener.local_addr()?;
    mobile::keeper::spawn(context.clone())?;
    let builder = ServerBuilder::new();
    let stopping = builder.graceful_shutdown_signal();
    let server = builder
        .workers(http.workers)
        .max_concurrent_connections(MOST_CONNECTIONS)
        .disable_signals()
        .shutdown_timeout(http.shutdown.as_secs().max(1))
        .listen(context.service.name, listener, move || {
            let stopping = stopping.clone();
            let app = factory().into_factory().map_err(|error| error.into().error_response());
            let service = HttpService::build()
                .keep_alive(KeepAlive::Timeout(http.keep_alive))
                .client_request_timeout(http.header_timeout)
                .client_disconnect_timeout(Duration::from_secs(1))
                // Who hangs up is gone: a password must not be hashed for nobody, while others wait.
                .h1_allow_half_closed(false)
                .local_addr(address)
                // Idle connections are closed when the server stops, busy ones after their answer.
                .graceful_shutdown_signal(move || {
                    let stopping = stopping.clone();
                    async move { stopping.notified().await }
                })
                .finish(map_config(app, |_| AppConfig::default()));
            fn_service(|stream: TcpStream| async move {
                // Answers are small and whole: waiting to fill a packet only delays them.
                let _ = stream.set_nodelay(true);
                let peer = stream.peer_addr().ok();
                Ok((Connection::new(stream), Protocol::Http1, peer))
            })
            .and_then(service)
        })?
        .run();
    bring_up::spawn(context.clone())?;
    metrics_server::start(context)?;
    emf::start(context);
    Ok(Running { address, handle: server.handle(), server })
}

/// Most open connections per worker: idle phones cost memory, not time.
const MOST_CONNECTIONS: usize = 25_000;

impl Running {
    /// Serves until SIGTERM or SIGINT, then goes in order: readiness says no and answers close
    /// their connections; after a while for the load balancer to notice (none on SIGINT, where
    /// a person waits), no new connections; requests in flight are finished.
    ///
    /// # Errors
    ///
    /// When signals cannot be received or the server fails.
    pub async fn until_stopped(self, context: &Context) -> io::Result<()> {
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let handle = self.handle.clone();
        let context = context.clone();
        actix_web::rt::spawn(async move {
            let notice = tokio::select! {
                _ = terminate.recv() => context.settings.http.shutdown_notice,
                _ = interrupt.recv() => Duration::ZERO,
            };
            log::info!("stopping");
            context.lifecycle.stop();
            tokio::time::sleep(notice).await;
            handle.stop(true).await;
        });
        self.server.await
    }

    /// Serves until the handle stops it, for tests.
    ///
    /// # Errors
    ///
    /// When the server fails.
    pub async fn until_handle_stops(self) -> io::Result<()> {
        self.server.await
    }
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket =
        Socket::new(Domain::for_address(address), Type::STREAM, Some(SocketProtocol::TCP))?;
    // A restart must not wait for the old process's connections to be forgotten.
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&address.into()).map_err(|error| {
        io::Error::new(error.kind(), format!("cannot listen on {address}: {error}"))
    })?;
    socket.listen(4096)?;
    Ok(socket.into())
}
