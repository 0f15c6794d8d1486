# The voice of the displays: each figure of the number on its own

server-speech-call = Number { $number }, please go to { $room }
