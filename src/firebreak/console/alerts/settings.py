"""`[console.alarms]`: how somebody is reached when nobody at a console takes an alert."""

import re
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, ValidationError, model_validator

from firebreak.console.strict import Strict
from firebreak.core.base.errors import LocalError

MANY: Final = 16  # phones, and addresses of mail

Address = Annotated[str, Field(pattern=r"^[^\s:]+:[0-9]{1,5}$|^\[[0-9a-f:]+\]:[0-9]{1,5}$")]
"`host:port`."
Mail = Annotated[str, Field(pattern=r"^[^\s@<>,]+@[^\s@<>,]+$", max_length=254)]
Phone = Annotated[
    str, Field(pattern=r"^sip:[A-Za-z0-9._+*#-]+@[A-Za-z0-9.-]+(:[0-9]{1,5})?$", max_length=200)
]
"`sip:USER@HOST` or `sip:USER@HOST:PORT`."


class AlarmSettings(Strict):
    """Everything outside this machine that an alarm may reach. No password is in it."""

    phones: list[Phone] = Field(default_factory=list, max_length=MANY)
    "Desk phones, rung one after another until one is answered."
    phone_seconds: Annotated[int, Field(ge=5, le=180)] = 40
    "How long each rings."
    sip_from: Phone | None = None
    "Who calls, as the telephone system knows it."
    sip_password_file: str | None = None
    "File with the password of `sip_from`; without it no password is given."
    smtp: Address | None = None
    "Server that takes mail."
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str | None = None
    smtp_password_file: str | None = None
    "File with the password of `smtp_user`."
    mail_from: Mail | None = None
    mail_to: list[Mail] = Field(default_factory=list, max_length=MANY)
    officer_phone: Phone | None = None
    "Phone of the officer who is called when an emergency has found nobody."
    officer_mail: Mail | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        mails = bool(self.mail_to) or self.officer_mail is not None
        if mails and (self.smtp is None or self.mail_from is None):
            raise ValueError("mail needs `smtp` and `mail_from`")
        if (self.smtp_user is None) is not (self.smtp_password_file is None):
            raise ValueError("`smtp_user` and `smtp_password_file` belong together")
        return self


def read_alarms(table: Any, folder: Path) -> AlarmSettings:
    """What the configuration says; files are taken from its folder. Raises LocalError."""
    try:
        found = AlarmSettings.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(each) for each in first["loc"])
        why = re.sub(r"^Value error, ", "", first["msg"])
        raise LocalError(
            f"[console.alarms] {name}: {why}",
            code="FB563",
            hint="see the configuration page of the documentation",
        ) from error
    files = {
        name: str(folder / file)
        for name in ("sip_password_file", "smtp_password_file")
        if (file := getattr(found, name))
    }
    return found.model_copy(update=files)


def secret_of(file: str | None) -> str:
    """A password out of its file, without the end of its line. Raises LocalError."""
    if file is None:
        return ""
    try:
        return Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        hint = "name a file with nothing but the password under [console.alarms]"
        raise LocalError(f"cannot read {file}: {type(error).__name__}", code="FB563", hint=hint) from error
