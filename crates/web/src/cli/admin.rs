//! Accounts made and helped from the server's own command line.
use crate::app::App;
use crate::store::{Tx, accounts};
use anyhow::{Context, bail};
use clap::{Subcommand, ValueEnum};
use domain::account::{Language, Password, Role, SignInName, UserDetails};
use domain::text::Name;
use std::io::Read;

#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Make an officer's or an operator's account; the password is read from standard input.
    Create {
        /// E-mail, phone number or chosen name.
        #[arg(long)]
        sign_in: SignInName,
        #[arg(long)]
        name: Name,
        #[arg(long, value_enum)]
        role: StaffRole,
        /// Says that the password comes on standard input, for scripts.
        #[arg(long)]
        password_stdin: bool,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum StaffRole {
    Officer,
    Operator,
}

#[derive(Debug, Subcommand)]
pub enum User {
    /// Confirm somebody's mail address without a mail.
    Confirm { sign_in: SignInName },
    /// Erase somebody who asked for it and cannot sign in any more.
    Erase { sign_in: SignInName },
}

pub async fn admin(app: &App, command: Admin) -> anyhow::Result<()> {
    let Admin::Create { sign_in, name, role, password_stdin } = command;
    if !password_stdin {
        eprintln!("Password, then Enter and Ctrl-D:");
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).context("cannot read the password")?;
    let password = Password::choose(text.trim_end_matches(['\r', '\n']), &sign_in)?;
    let hash = app.passwords.hash(password.expose().to_owned()).await?;
    let role = match role {
        StaffRole::Officer => Role::Officer,
        StaffRole::Operator => Role::Operator,
    };
    let details = UserDetails { name, phone: None, email: None, language: Language::Vi };
    let Some(user) = domain::account::User::staff(role, sign_in, details, app.env.id(), app.env.now()) else {
        bail!("not a role of the office")
    };
    let tx = Tx::write(&app.db).await?;
    accounts::insert_user(&tx, &user, hash).await.context("the account was not made; is the sign-in name taken?")?;
    tx.commit().await?;
    println!("{} may sign in as {}", user.sign_in, role.code());
    Ok(())
}

pub async fn user(app: &App, command: User) -> anyhow::Result<()> {
    match command {
        User::Confirm { sign_in } => confirm(app, sign_in).await,
        User::Erase { sign_in } => erase(app, sign_in).await,
    }
}

async fn erase(app: &App, sign_in: SignInName) -> anyhow::Result<()> {
    let found = accounts::find_by_sign_in(&Tx::read(&app.db).await?, &sign_in).await?;
    let Some((user, _)) = found else { bail!("nobody signs in as {sign_in}") };
    crate::flow::erase(app, user.id).await.with_context(|| format!("{sign_in} was not erased"))?;
    println!("{sign_in} is erased");
    Ok(())
}

async fn confirm(app: &App, sign_in: SignInName) -> anyhow::Result<()> {
    let tx = Tx::write(&app.db).await?;
    let Some((user, _)) = accounts::find_by_sign_in(&tx, &sign_in).await? else { bail!("nobody signs in as {sign_in}") };
    let confirmed = user.confirm_email(app.env.now());
    if confirmed == user {
        println!("nothing to do: {sign_in} has no address or confirmed it before");
        return Ok(());
    }
    accounts::save_user(&tx, &confirmed).await?;
    tx.commit().await?;
    println!("{sign_in} is confirmed");
    Ok(())
}
