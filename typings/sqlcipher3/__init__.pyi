# sqlcipher3 is the standard library's sqlite3 over another SQLite; it carries no types of its own.
from sqlite3 import *
