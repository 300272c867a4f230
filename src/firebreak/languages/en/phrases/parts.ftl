### Agreed phrases. Each text is signed for by its meaning: a change here changes the book and must be agreed.
### "We" is the side that sends. Names in brackets are code words and stay as they are.

place-read-back = { $decimal } ({ $minutes }; check digits { $digits })
unknown-phrase = Phrase { $phrase } of book { $book } is not known here. Parameters: { $parameters }
unfit-phrase = Phrase { $phrase } was sent with parameters that do not fit. Parameters: { $parameters }

## What is expected of who reads a phrase

reaction-stop = Pass it on at once, stop what is named, answer with what was done.
reaction-act = Do what is asked, or say at once that you cannot.
reaction-clear = Acknowledge. Tell own units to keep clear.
reaction-warn = Acknowledge. Warn own units and people there at once.
reaction-inform = Acknowledge. Tell the own units concerned.
reaction-assist = Say at once what help you can give.
reaction-check = Check the facts on your side, then answer.
reaction-answer = Answer in time with a phrase or a text.
reaction-read-back = Compare every digit, then answer.
reaction-repeat = Say it again, with an agreed phrase if you can.
reaction-call = Call back.
reaction-wait = Wait for the time named.
reaction-note = Acknowledge. Hand it on at the change of watch.
reaction-none = Nothing more is expected.
