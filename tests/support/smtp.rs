//! A mail server that does as it is told: takes mail, refuses it, hangs, or breaks off at the worst moment.
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Takes,
    /// Refuses the recipient for good.
    Refuses,
    /// Refuses for now.
    Busy,
    /// Takes the whole mail, then breaks off before it says so.
    DropsAfterData,
}

/// A mail as it came over the wire.
#[derive(Debug, Clone)]
pub struct Received {
    pub recipient: String,
    pub data: String,
}

impl Received {
    pub fn header(&self, name: &str) -> String {
        let unfolded = self.data.replace("\r\n ", " ");
        let prefix = format!("{name}: ");
        unfolded.lines().find_map(|line| line.strip_prefix(&prefix)).unwrap_or_default().trim().to_owned()
    }
}

pub struct Sink {
    pub url: String,
    mood: Arc<Mutex<Mood>>,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Sink {
    pub async fn start(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp+insecure://127.0.0.1:{}", listener.local_addr().expect("an address").port());
        let (mood, received) = (Arc::new(Mutex::new(mood)), Arc::new(Mutex::new(Vec::new())));
        let (moods, mails) = (mood.clone(), received.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (moods, mails) = (moods.clone(), mails.clone());
                tokio::spawn(async move { drop(talk(stream, &moods, &mails).await) });
            }
        });
        Self { url, mood, received }
    }

    pub fn becomes(&self, mood: Mood) {
        *self.mood.lock().expect("a mood") = mood;
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().expect("mails").clone()
    }
}

async fn talk(stream: TcpStream, moods: &Mutex<Mood>, mails: &Mutex<Vec<Received>>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 sink\r\n").await?;
    let (mut line, mut recipient) = (String::new(), String::new());
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        // Asked anew for each command, because a connection is kept for the next mail.
        let mood = *moods.lock().expect("a mood");
        let answer = match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" => "250-sink\r\n250 8BITMIME\r\n",
            "RCPT" if mood == Mood::Refuses => "550 5.1.1 no such mailbox\r\n",
            "RCPT" if mood == Mood::Busy => "451 4.3.2 come back later\r\n",
            "RCPT" => {
                recipient = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                "250 ok\r\n"
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let data = body(&mut stream).await?;
                mails.lock().expect("mails").push(Received { recipient: recipient.clone(), data });
                if mood == Mood::DropsAfterData {
                    return Ok(());
                }
                "250 taken\r\n"
            }
            "QUIT" => {
                stream.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 ok\r\n",
        };
        stream.write_all(answer.as_bytes()).await?;
    }
}

async fn body(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let (mut data, mut line) = (String::new(), String::new());
    loop {
        line.clear();
        stream.read_line(&mut line).await?;
        if line == ".\r\n" || line.is_empty() {
            return Ok(data);
        }
        data.push_str(&line);
    }
}
