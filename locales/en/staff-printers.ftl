# Printers on the devices page (R59, R105)

# How a printer is. Only what is known
staff-printer-ready = Ready
staff-printer-paper-low = Paper is low
staff-printer-paper-out = No paper
staff-printer-cover-open = Cover open
staff-printer-cutter-fault = Cutter stuck
staff-printer-overheated = Too hot
staff-printer-offline = Offline
staff-printer-unreachable = Not reachable
staff-printer-connection-lost = Broke off
staff-printer-stuck = Does nothing
staff-printer-no-device = No printer there
staff-printer-bad-address = Wrong address
staff-printer-agent-silent = Kiosk's computer is silent
staff-printer-gone-silent = Says nothing now
staff-printer-tells-nothing = Never tells its state
staff-printer-other = Needs a look
staff-printer-unasked = Not asked yet
staff-printer-out = Out of use
staff-printer-overdue = Out of use, overdue
staff-printer-known = seen at { $time }
staff-printer-since = since { $since }, seen at { $time }
staff-printer-last = last printed { $number } at { $time }
staff-printer-last-sent = last sent { $number } at { $time }, not confirmed
staff-printer-owed = { $count ->
    [one] 1 ticket waits
   *[other] { $count } tickets wait
}
staff-printer-dropped = { $count } not printed
staff-printer-chosen = Set here
staff-printer-out-by = taken out by { $name } at { $time }
staff-printer-until = expected back at { $time }
staff-printer-open = Manage
staff-printer-manage = Manage { $printer }

# What can be done
staff-printer-test = Print a test page
staff-printer-test-sent = A test page went to { $printer }
staff-printer-is-out = Out of use. Put it back first
staff-printer-owes-nothing = No ticket waits here
staff-printer-move = Print them at another printer
staff-printer-move-title = Where should the tickets of { $printer } be printed?
staff-printer-move-lead = { $count ->
    [one] 1 ticket
   *[other] { $count } tickets, in the order in which they were taken
}
staff-printer-goal = Which printer
staff-printer-goal-missing = Choose a printer
staff-printer-moved = { $count ->
    [one] 1 ticket goes to { $printer }
   *[other] { $count } tickets go to { $printer }
}
staff-printer-take-out = Take out of use
staff-printer-out-title = Take { $printer } out of use?
staff-printer-out-lead = Its tickets go to its spare printer. Nothing is sent here until it is put back
staff-printer-out-done = { $printer } is out of use
staff-printer-reason = Reason
staff-printer-reason-help = For example: cutter broken, repair is called
staff-printer-reason-missing = Write the reason
staff-printer-back-in = Expected back in
staff-printer-back-unknown = Not known
staff-printer-back-minutes = { $minutes } minutes
staff-printer-back = Put back into use
staff-printer-back-done = { $printer } is in use again
staff-printer-drop = Do not print them
staff-printer-drop-title = Give up the tickets of { $printer }?
staff-printer-drop-lead = { $count ->
    [one] 1 ticket. Its patient has the number on screen or phone and is called all the same
   *[other] { $count } tickets. Patients have their number on screen or phone and are called all the same
}
staff-printer-drop-sure = { $count ->
    [one] Give 1 ticket up
   *[other] Give { $count } tickets up
}
staff-printer-drop-done = { $count ->
    [one] 1 ticket is not printed
   *[other] { $count } tickets are not printed
}
staff-printer-loading = Reading the tickets, one moment
staff-printer-owed-title = Waiting to be printed
staff-printer-dropped-title = Not printed
staff-printer-copy = Copy
staff-printer-dropped-too-old = waited too long
staff-printer-dropped-overtaken = called, or gone
staff-printer-dropped-unsure = nobody knows whether it came out
staff-printer-dropped-by-staff = given up by staff

# Settings
staff-printer-settings = Change how it is reached
staff-printer-settings-title = Settings of { $printer }
staff-printer-settings-file = As the clinic file says
staff-printer-settings-chosen = Chosen here by { $name } at { $time }, other than the clinic file
staff-printer-settings-done = The settings of { $printer } are changed
staff-printer-to-file = Back to the clinic file
staff-printer-file-done = { $printer } follows the clinic file again
staff-printer-kind = How it is connected
staff-printer-kind-network = Network
staff-printer-kind-usb = USB
staff-printer-kind-serial = Serial line
staff-printer-kind-file = Device file
staff-printer-kind-queue = Print queue
staff-printer-kind-virtual = Virtual (try-out)
staff-printer-address-network = Address on the network
staff-printer-address-network-help = Such as 10.0.3.21, or 10.0.3.21:9101 where the port is not 9100
staff-printer-address-usb = Vendor and product
staff-printer-address-usb-help = Such as 04b8:0202; nothing where only one is plugged in
staff-printer-address-serial = Path of the line
staff-printer-address-serial-help = Such as /dev/ttyUSB0
staff-printer-address-file = Path of the device or file
staff-printer-address-file-help = Such as /dev/usb/lp0
staff-printer-address-queue = Name of the queue
staff-printer-address-queue-help = A print queue of the server's machine
staff-printer-speed = Line speed
staff-printer-plain = { $value }
staff-printer-width = Paper width
staff-printer-millimetres = { $value } mm
staff-printer-head = Print head
staff-printer-dots = { $value } dots per inch
staff-printer-language = What it understands
staff-printer-language-help = If in doubt choose “One picture”: every printer can print that
staff-printer-language-raster = One picture
staff-printer-language-raster-qr = Picture; it draws the code itself
staff-printer-language-gb18030 = Text, GB18030
staff-printer-language-gbk = Text, GBK
staff-printer-language-utf8 = Text, UTF-8
staff-printer-cut = It has a cutter
