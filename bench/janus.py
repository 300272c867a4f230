"""The same click with Debian's Janus between the browsers, to know what is possible (VideoCall, sound)."""

import contextlib
import shutil
import socket
import subprocess
from collections.abc import Generator
from pathlib import Path
from typing import Any, Final

from tests.sound.desks import HZ, Desks

HOST: Final = "127.0.0.1"
FOLDERS: Final = ("/usr/lib/x86_64-linux-gnu/janus", "/usr/lib/aarch64-linux-gnu/janus")
WANTED: Final = {"plugins": "libjanus_videocall.so", "transports": "libjanus_websockets.so"}
PAGE: Final = """
globalThis.janus = async ({ address, name, hertz, answers }) => {
  const socket = new WebSocket(address, "janus-protocol");
  await new Promise((done) => (socket.onopen = done));
  const waiting = new Map();
  let [session, handle] = [0, 0];
  const ask = (message) => new Promise((done) => {
    const transaction = crypto.randomUUID();
    waiting.set(transaction, done);
    const place = { ...(session ? { session_id: session } : {}), ...(handle ? { handle_id: handle } : {}) };
    socket.send(JSON.stringify({ ...message, ...place, transaction }));
  });
  const context = new AudioContext();
  await context.resume();
  const connection = new RTCPeerConnection();
  const now = () => performance.timeOrigin + performance.now();
  const speak = async () => {
    const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    const stream = await navigator.mediaDevices.getUserMedia({ audio: plain });
    connection.addTrack(stream.getTracks()[0], stream);
  };
  let heard;
  globalThis.first = new Promise((done) => (heard = done));
  const listen = (track) => {
    const [stream, element] = [new MediaStream([track]), new Audio()];
    Object.assign(element, { muted: true, srcObject: stream });
    void element.play();
    const analyser = new AnalyserNode(context, { fftSize: 1024, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(stream).connect(analyser);
    const levels = new Float32Array(analyser.frequencyBinCount);
    const at = Math.round((hertz * analyser.fftSize) / context.sampleRate);
    const look = () => {
      analyser.getFloatFrequencyData(levels);
      if (Math.max(...levels.slice(at - 2, at + 3)) < -75) return setTimeout(look, 2);
      return heard(now());
    };
    look();
  };
  connection.ontrack = ({ track }) => listen(track);
  connection.onicecandidate = ({ candidate }) =>
    ask({ janus: "trickle", candidate: candidate ?? { completed: true } });
  const say = (body, jsep) => ask({ janus: "message", body, ...(jsep ? { jsep } : {}) });
  socket.onmessage = async ({ data }) => {
    const told = JSON.parse(data);
    if (told.janus !== "event") {
      waiting.get(told.transaction)?.(told);
      return;
    }
    if (!told.jsep) return;
    await connection.setRemoteDescription(told.jsep);
    if (!answers) return;
    await speak();
    await connection.setLocalDescription();
    await say({ request: "accept" }, connection.localDescription.toJSON());
  };
  session = (await ask({ janus: "create" })).data.id;
  handle = (await ask({ janus: "attach", plugin: "janus.plugin.videocall" })).data.id;
  await say({ request: "register", username: name });
  globalThis.call = async (other) => {
    globalThis.clickedAt = now();
    await speak();
    await connection.setLocalDescription();
    await say({ request: "call", username: other }, connection.localDescription.toJSON());
  };
};
"""


def is_here() -> bool:
    """Whether this machine has one."""
    return shutil.which("janus") is not None and any(Path(each).is_dir() for each in FOLDERS)


@contextlib.contextmanager
def janus(folder: Path) -> Generator[str]:
    """Run one with its own settings; gives its address."""
    at = _port()
    settings, libraries = folder / "settings", next(Path(each) for each in FOLDERS if Path(each).is_dir())
    settings.mkdir()
    places = "".join(f'{kind}_folder = "{folder / kind}"\n' for kind in WANTED)
    (settings / "janus.jcfg").write_text(f"general: {{\n{places}}}\n")
    transport = f'general: {{ json = "plain", ws = true, ws_port = {at}, ws_ip = "{HOST}", wss = false }}\n'
    (settings / "janus.transport.websockets.jcfg").write_text(transport)
    (settings / "janus.plugin.videocall.jcfg").write_text("general: {}\n")
    for kind, name in WANTED.items():
        (folder / kind).mkdir()
        (folder / kind / name).symlink_to(libraries / kind / name)
    flags = [f"--configs-folder={settings}"]
    with (folder / "janus.log").open("wb") as log:
        running = subprocess.Popen(["janus", *flags], stdout=log, stderr=log, cwd=folder)
        try:
            _wait(at, running)
            yield f"ws://{HOST}:{at}/"
        finally:
            running.terminate()
            running.wait(10)


def click(desks: Desks, address: str, number: int) -> float:
    """Milliseconds from the click to sound both ways."""
    room = desks.exchange.room()
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    for each, other in ((north, south), (south, north)):
        each.do(f"() => {{ {PAGE} }}")
        options: dict[str, Any] = {"address": address, "name": f"{each.side}{number}"}
        each.do("options => janus(options)", options | {"hertz": HZ[other.side], "answers": each is south})
    north.do("other => call(other)", f"b{number}")
    heard = max(each.get("globalThis.first") for each in (north, south))
    clicked = north.get("globalThis.clickedAt")
    desks.close_pages()
    return heard - clicked


def _port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        return one.getsockname()[1]


def _wait(port: int, running: "subprocess.Popen[bytes]") -> None:
    """Until it listens."""
    for _ in range(500):
        if running.poll() is not None:
            raise RuntimeError("Janus ended")
        with socket.socket() as one:
            one.settimeout(0.02)
            if one.connect_ex((HOST, port)) == 0:
                return
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(0.02)
    raise RuntimeError("Janus does not listen")
