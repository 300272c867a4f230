"""The command line, tested by plays: text files in which commands are typed and what they print is expected.

    ! firebreak status -c north         run a command to its end; it must exit 0 unless `exit` says otherwise
    stdout 'text'                       the last command printed this (also `stderr`; `no stdout 'text'`)
    json lines.south.open true          one value of the JSON it printed
    exit 1                              the exit code of the last command
    keep NAME 'pattern (group)'         keep a part of its standard output; `{NAME}` stands for it from now on
    keep NAME json path.to.value        the same from its JSON
    & north firebreak node run          start a command in the background under a name
    until north 'text'                  wait until it has printed the text
    end north TERM                      send it a signal and wait; then `stdout`, `exit` speak of it
    given paired parties                folders north and south, founded, paired and ready to run
    write FILE 'text', append FILE 'text', port NAME, set NAME=VALUE

Nothing sleeps: a play waits for what it wants to see, up to a bound.
"""
