# 大屏的语音：号码逐字念

server-speech-call = 请 { $number } 号，到 { $room } 就诊
