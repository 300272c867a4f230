"""Mail: the notice, handed to a server. That the server took it is all that is known of it."""

from email.message import EmailMessage
from email.utils import localtime, make_msgid
from typing import Final

import aiosmtplib

from firebreak.console.alerts.settings import AlarmSettings, secret_of
from firebreak.core.base.errors import LocalError

SECONDS: Final = 20.0  # for the whole exchange with the server


async def send_mail(settings: AlarmSettings, to: list[str], text: str) -> str:
    """Hand it over; what the server said. Raises LocalError."""
    assert settings.smtp is not None and settings.mail_from is not None
    host, _, port = settings.smtp.rpartition(":")
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = settings.mail_from, ", ".join(to), text
    message["Date"] = localtime()
    message["Message-ID"] = make_msgid(domain=settings.mail_from.partition("@")[2])
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no machine answers it
    message["X-Priority"] = "1"
    message.set_content(f"{text}\n")
    try:
        refused, _said = await aiosmtplib.send(
            message,
            hostname=host.strip("[]"),
            port=int(port),
            username=settings.smtp_user,
            password=secret_of(settings.smtp_password_file) or None,
            use_tls=settings.smtp_security == "tls",
            start_tls=settings.smtp_security == "starttls",
            timeout=SECONDS,
        )
    except (aiosmtplib.SMTPException, OSError, ValueError) as error:
        code = f" {error.code}" if isinstance(error, aiosmtplib.SMTPResponseException) else ""
        raise LocalError(
            f"the mail server did not take the notice: {type(error).__name__}{code}",
            code="FB564",
            hint="see [console.alarms] in the configuration; try again with `firebreak console alarm-test`",
        ) from error
    if refused:
        text = f"the mail server refused {len(refused)} of {len(to)} addresses"
        raise LocalError(text, code="FB564", hint="look at `mail_to` under [console.alarms]")
    return f"the mail server took it for {len(to)}"
