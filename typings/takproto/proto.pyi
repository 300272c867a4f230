# The generated message classes of TAK protocol version 1, as far as they are used here.
class Contact:
    callsign: str
    endpoint: str

class Detail:
    xmlDetail: str
    contact: Contact

class CotEvent:
    type: str
    uid: str
    how: str
    opex: str
    sendTime: int
    startTime: int
    staleTime: int
    lat: float
    lon: float
    hae: float
    ce: float
    le: float
    detail: Detail

class TakMessage:
    cotEvent: CotEvent
    def ParseFromString(self, serialized: bytes) -> int: ...
    def SerializeToString(self) -> bytes: ...
    def HasField(self, field_name: str) -> bool: ...
