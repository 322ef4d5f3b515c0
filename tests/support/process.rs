//! The real program as a process of its own, which can be killed at any moment, and requests over real sockets, which can break.
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;

pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

impl Server {
    /// `muavu serve` on a database, until it listens.
    pub async fn start(database_url: &str, settings: &[(&str, &str)], arguments: &[&str]) -> Self {
        let mut child = Command::new(program())
            .arg("serve")
            .args(arguments)
            .env("MUAVU_DATABASE_URL", database_url)
            .env("MUAVU_SEAL_KEY", crate::SEAL_KEY)
            .env("MUAVU_LISTEN", "127.0.0.1:0")
            .env("MUAVU_LOG_FORMAT", "json")
            .env("MUAVU_LOG", "info")
            .envs(settings.iter().copied())
            .current_dir(std::env::temp_dir())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let log = BufReader::new(child.stderr.take().expect("its log"));
        let (listens, address) = oneshot::channel();
        std::thread::spawn(move || {
            let mut listens = Some(listens);
            // Read to the end, because a full pipe would stop the server.
            for line in log.lines().map_while(Result::ok) {
                let entry: Value = serde_json::from_str(&line).unwrap_or(Value::Null);
                if let (Some(address), true) = (entry["fields"]["address"].as_str(), listens.is_some()) {
                    listens.take().map(|listens| listens.send(address.parse().expect("an address")));
                } else if entry["level"] != "INFO" {
                    println!("{line}");
                }
            }
        });
        let address = address.await.expect("the server listens");
        Self { child, address }
    }

    /// SIGKILL: nothing is finished.
    pub fn kill(mut self) {
        self.child.kill().expect("a kill");
        self.child.wait().expect("its end");
    }

    /// SIGTERM: what is under way is finished.
    pub fn stop(mut self) {
        let told = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill");
        assert!(told.success());
        assert!(self.child.wait().expect("its end").success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already ended in every story that went well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a command of the program to its end with this on standard input: its exit code, and what it said.
pub fn run(database_url: &str, arguments: &[&str], input: &str) -> (Option<i32>, String) {
    let mut child = start(&[("MUAVU_DATABASE_URL", database_url), ("MUAVU_SEAL_KEY", crate::SEAL_KEY)], arguments);
    // A command that fails before it reads closes its end.
    let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
    ended(child)
}

/// Starts a command of the program with these settings and no others.
pub fn start(settings: &[(&str, &str)], arguments: &[&str]) -> Child {
    Command::new(program())
        .args(arguments)
        .env("MUAVU_LOG", "error")
        .envs(settings.iter().copied())
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

/// How it ended, and what it said.
pub fn ended(child: Child) -> (Option<i32>, String) {
    let out = child.wait_with_output().expect("its end");
    (out.status.code(), [out.stdout, out.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat())
}

/// Built beside the tests.
fn program() -> PathBuf {
    let tests = std::env::current_exe().expect("this program");
    let folder = tests.ancestors().nth(2).expect("target/debug");
    let program = folder.join("muavu");
    assert!(program.exists(), "{} is missing: cargo build --workspace", program.display());
    program
}

/// An answer that came whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub json: Value,
}

/// One request on a connection of its own; an error when no whole answer came back.
pub async fn call(address: SocketAddr, method: &str, path: &str, headers: &[(&str, &str)], body: &Value) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(address).await?;
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let more = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect::<Vec<_>>().concat();
    let request = format!(
        "{method} /api/v1{path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n{more}\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await?;
    let broken = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
    let text = String::from_utf8(bytes).map_err(|_| broken())?;
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(broken)?;
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ").and_then(|n| n.parse().ok()));
    if length.is_some_and(|length: usize| length != body.len()) {
        return Err(broken());
    }
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(broken)?;
    Ok(Answer { status, head: head.to_owned(), json: serde_json::from_str(body).unwrap_or(Value::Null) })
}

/// The access token of somebody who signs in.
pub async fn token(address: SocketAddr, sign_in: &str, password: &str) -> String {
    let body = serde_json::json!({ "sign_in": sign_in, "password": password });
    let answer = call(address, "POST", "/auth/sign-in", &[], &body).await.expect("an answer");
    let cookie = answer.head.lines().find_map(|line| line.strip_prefix("set-cookie: muavu="));
    cookie.and_then(|rest| rest.split(';').next()).unwrap_or_else(|| panic!("{answer:?}")).to_owned()
}
