//! How long a busy server asks to be left alone.

use crate::exchange::Reply;

/// Longer than this no agent waits: what is announced beyond it is a mistake or a joke.
const LONGEST_SECONDS: u64 = 24 * 60 * 60;

/// The seconds that `Retry-After` asks for: a number of them, or a date (RFC 9110, section 10.2.3), which is held against
/// the server's own `Date`, because this computer's clock may be wrong. Nothing where it can't be read.
pub(crate) fn seconds(reply: &Reply) -> Option<u32> {
    let asked = reply.retry_after.as_deref()?.trim();
    let seconds = plain(asked).or_else(|| until(asked, reply.date.as_deref()?))?;
    u32::try_from(seconds.min(LONGEST_SECONDS)).ok()
}

fn plain(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    // More digits than the type holds are still a number.
    digits.then(|| text.parse().unwrap_or(u64::MAX))
}

fn until(text: &str, now: &str) -> Option<u64> {
    let then = httpdate::parse_http_date(text).ok()?;
    let now = httpdate::parse_http_date(now.trim()).ok()?;
    Some(then.duration_since(now).map_or(0, |wait| wait.as_secs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

    fn wait(retry_after: &str, date: Option<&str>) -> Option<u32> {
        seconds(&Reply {
            retry_after: Some(retry_after.to_owned()),
            date: date.map(str::to_owned),
            ..Reply::default()
        })
    }

    #[test]
    fn seconds_are_taken_as_they_are() {
        assert_eq!(wait("0", None), Some(0));
        assert_eq!(wait(" 120 ", None), Some(120));
        assert_eq!(wait("86401", None), Some(86_400));
        assert_eq!(wait(&"9".repeat(40), None), Some(86_400));
    }

    #[test]
    fn a_date_counts_from_the_servers_own() {
        for later in [
            "Sun, 06 Nov 1994 08:51:07 GMT",
            "Sunday, 06-Nov-94 08:51:07 GMT",
            "Sun Nov  6 08:51:07 1994",
        ] {
            assert_eq!(wait(later, Some(NOW)), Some(90), "{later}");
        }
        assert_eq!(wait("Sun, 06 Nov 1994 08:00:00 GMT", Some(NOW)), Some(0));
        assert_eq!(
            wait("Sat, 06 Nov 2094 08:00:00 GMT", Some(NOW)),
            Some(86_400)
        );
        assert_eq!(wait("Sun, 06 Nov 1994 08:51:07 GMT", None), None);
        assert_eq!(wait("Sun, 06 Nov 1994 08:51:07 GMT", Some("today")), None);
    }

    #[test]
    fn anything_else_says_nothing() {
        for text in ["", " ", "-1", "1.5", "+5", "10s", "tomorrow", "１２"] {
            assert_eq!(wait(text, Some(NOW)), None, "{text}");
        }
        assert_eq!(seconds(&Reply::default()), None);
    }
}
