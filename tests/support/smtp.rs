//! A mail server that does as it is told: takes mail, refuses it, hangs, or breaks off at the worst moment.
use std::collections::BTreeMap;
use std::future::pending;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Takes,
    /// Refuses the recipient for good.
    Refuses,
    /// Refuses for now.
    Busy,
    /// Takes the whole mail, then breaks off before it says so.
    DropsAfterData,
    /// Takes the connection and never says a word.
    HangsAtOnce,
    /// Says hello, then nothing more.
    HangsAfterHello,
    /// Takes the whole mail, then never says so.
    HangsAfterData,
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
    mood: Arc<Mutex<Moods>>,
    received: watch::Sender<Vec<Received>>,
}

/// The mood for everybody, and for some recipients another one.
struct Moods {
    usual: Mood,
    to: BTreeMap<String, Mood>,
}

impl Moods {
    fn towards(&self, recipient: &str) -> Mood {
        self.to.get(recipient).copied().unwrap_or(self.usual)
    }
}

impl Sink {
    pub async fn start(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp+insecure://127.0.0.1:{}", listener.local_addr().expect("an address").port());
        let (mood, received) = (Arc::new(Mutex::new(Moods { usual: mood, to: BTreeMap::new() })), watch::Sender::new(Vec::new()));
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
        *self.mood.lock().expect("a mood") = Moods { usual: mood, to: BTreeMap::new() };
    }

    /// Another mood for one recipient.
    pub fn becomes_for(&self, recipient: &str, mood: Mood) {
        self.mood.lock().expect("a mood").to.insert(recipient.to_owned(), mood);
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.borrow().clone()
    }

    /// Waits until what came is enough.
    pub async fn until(&self, enough: impl FnMut(&Vec<Received>) -> bool) {
        self.received.subscribe().wait_for(enough).await.expect("the sink lives");
    }
}

async fn talk(stream: TcpStream, moods: &Mutex<Moods>, mails: &watch::Sender<Vec<Received>>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    if moods.lock().expect("a mood").usual == Mood::HangsAtOnce {
        return pending().await;
    }
    stream.write_all(b"220 sink\r\n").await?;
    let (mut line, mut recipient) = (String::new(), String::new());
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        if line.starts_with("RCPT") {
            line.split(['<', '>']).nth(1).unwrap_or_default().clone_into(&mut recipient);
        }
        let mood = moods.lock().expect("a mood").towards(&recipient);
        let answer = match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" => "250-sink\r\n250 8BITMIME\r\n",
            "MAIL" if mood == Mood::HangsAfterHello => return pending().await,
            "RCPT" if mood == Mood::Refuses => "550 5.1.1 no such mailbox\r\n",
            "RCPT" if mood == Mood::Busy => "451 4.3.2 come back later\r\n",
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let data = body(&mut stream).await?;
                mails.send_modify(|mails| mails.push(Received { recipient: recipient.clone(), data }));
                match mood {
                    Mood::DropsAfterData => return Ok(()),
                    Mood::HangsAfterData => return pending().await,
                    _ => {}
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
