//! The program itself: what it prints, and what it does with its arguments.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_ucontact-sandbox");

#[tokio::test]
async fn its_first_line_is_the_address_that_it_serves() {
    let mut program = Command::new(PROGRAM)
        .args(["--port", "0"])
        .env("RUST_LOG", "off")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(program.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    let url = first.trim_start_matches("uContact sandbox: ");
    let reply = reqwest::get(format!("{url}/sandbox/journal")).await;
    program.kill().unwrap();
    program.wait().unwrap();
    assert!(
        first.starts_with("uContact sandbox: http://127.0.0.1:"),
        "{first}"
    );
    assert_eq!(reply.unwrap().text().await.unwrap(), "[]");
}

#[test]
fn a_configuration_that_is_not_there_is_named_and_ends_it() {
    let output = Command::new(PROGRAM)
        .args(["--port", "0", "--config", "no-such.json"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("cannot read no-such.json"), "{message}");
}
