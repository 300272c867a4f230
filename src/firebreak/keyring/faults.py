"""What can go wrong with a key file, each with its code and the next step."""

from pathlib import Path

from firebreak.core.base.errors import LocalError, StorageError


def unusable(path: Path, reason: object) -> LocalError:
    """The operating system said no."""
    text = f"key file {path} cannot be used: {reason}"
    return LocalError(text, code="FB320", hint="check the path, its owner and its permissions")


def locked(path: Path) -> LocalError:
    """Wrong passphrase, or a byte was changed; the seal cannot tell which."""
    hint = "type the passphrase again; if it is the right one, the file was changed: take it from its backup"
    return LocalError(f"the passphrase does not open {path}", code="FB321", hint=hint)


def malformed(path: Path, reason: str) -> LocalError:
    """Not one of our key files."""
    return LocalError(
        f"{path} is not a key file: {reason}", code="FB322", hint="name a file that `firebreak` wrote"
    )


def in_the_way(path: Path) -> LocalError:
    """A key file would replace another."""
    hint = "move it away first; a key that is gone cannot be made again"
    return LocalError(f"key file {path} exists already", code="FB323", hint=hint)


def open_to_others(path: Path, mode: int) -> LocalError:
    """Group or others may read or write the file."""
    text = f"key file {path} is open to others (mode {mode:03o})"
    return LocalError(text, code="FB324", hint=f"chmod 600 {path}, and ask who could have read it")


def of_another_use(path: Path, is_: str, wanted: str) -> LocalError:
    """A root file where a node's was named, an exercise where it is real."""
    return LocalError(f"{path} holds {is_}, not {wanted}", code="FB325", hint=f"name the file with {wanted}")


def too_weak(path: Path) -> LocalError:
    """The cheap seal of exercises on keys of a real line."""
    hint = "seal the keys again at full cost; if others could copy the file, make new keys and a new card"
    return LocalError(f"{path} is sealed too weakly for a real line", code="FB326", hint=hint)


def no_passphrase() -> LocalError:
    """An empty passphrase."""
    return LocalError("the passphrase is empty", code="FB327", hint="choose one of several words")


def of_another_layout(path: Path) -> LocalError:
    """The seal opens and what is inside is not what this version keeps there."""
    hint = "node and signer have a file each: found the party anew with `firebreak init`"
    return LocalError(f"{path} holds keys in another arrangement", code="FB420", hint=hint)


def signer_gone(reason: object) -> StorageError:
    """The signer's process ended or does not answer: like a store that failed, nothing is signed any more."""
    hint = "start the node again; if it happens again, look at what the signer printed before it ended"
    return StorageError(f"the signer is gone: {reason}", code="FB421", hint=hint)


def no_signer(path: Path) -> LocalError:
    """The key file of the signer is missing."""
    hint = "take it from where its copy is kept; without it found the party anew"
    return LocalError(f"there is no {path}, the key file of the signer", code="FB422", hint=hint)


def no_backup(reason: str) -> LocalError:
    """Not a backup, damaged, or under another key; nothing of it is used."""
    hint = "name a backup and the key files of the same node; if they are right, take an older backup"
    return LocalError(f"this is not a backup that opens here: {reason}", code="FB424", hint=hint)


def memory_damaged(path: Path) -> LocalError:
    """Neither place of the signer's memory is as it was written."""
    hint = "look at the disk; then move the file away: the signer begins with the card that it is shown first"
    return LocalError(f"{path}, what the signer remembers, is damaged", code="FB470", hint=hint)


def no_service(path: Path, reason: object) -> LocalError:
    """The socket of a signer of its own user."""
    hint = "is `firebreak signer run` running, and is its socket where firebreak.toml says?"
    return LocalError(f"the signer's socket {path} cannot be used: {reason}", code="FB471", hint=hint)


def no_fitting_key(folder: Path) -> LocalError:
    """The service has no key that the node's card names."""
    hint = "bring the new key file in with `firebreak signer take`, or give the node the card of this key"
    return LocalError(f"no key in {folder} is the one that the node's card names", code="FB472", hint=hint)
