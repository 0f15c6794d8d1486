# The layout of tickets (R59)

staff-layout-title = Ticket layout
staff-layout-open = Ticket layout
staff-layout-loading = Reading the ticket layout
staff-layout-failed-loading = The ticket layout could not be read
staff-layout-administrator = Only an administrator lays out tickets
staff-layout-standing-file = Tickets follow the clinic file (clinic.toml)
# $name: who; $time: when
staff-layout-standing-chosen = Changed by { $name } at { $time }; tickets are printed so now
staff-layout-standing-back = { $name } went back to the clinic file at { $time }
staff-layout-unsaved = Not saved yet: tickets are printed as before
staff-layout-save = Save
staff-layout-saved = Saved. Tickets are printed so from now on
staff-layout-discard = Drop changes
staff-layout-undo = Back to the last one
staff-layout-undone = The layout from before is back
staff-layout-standard = Standard layout

staff-layout-lines = What is printed
staff-layout-lines-help = Ticked lines are printed, in this order from the top down
staff-layout-always = always there
staff-layout-line-clinic = Clinic's name and logo
staff-layout-line-time = Date and time
staff-layout-line-number = Number
staff-layout-line-department = Department
staff-layout-line-place = Where to wait
staff-layout-line-ahead = People ahead
staff-layout-line-wait = Expected wait
staff-layout-line-code = QR code
staff-layout-line-missed = When called, or missed
staff-layout-line-worse = Feeling worse
staff-layout-line-companion = Companions
staff-layout-line-notes = Your own sentences
# $line: the name of the line
staff-layout-up = Move { $line } up
staff-layout-down = Move { $line } down

staff-layout-notes = Your own sentences
staff-layout-notes-help = Such as: Keep this ticket, valid today. They stand where “Your own sentences” is in the list
staff-layout-note = Sentence { $place }
staff-layout-note-zh = Sentence { $place }, Chinese
staff-layout-note-en = Sentence { $place }, English
staff-layout-note-remove = Delete sentence { $place }
staff-layout-note-add = Add a sentence
staff-layout-notes-full = At most { $most } sentences

staff-layout-languages = Languages
staff-layout-languages-patient = The patient's
staff-layout-languages-zh = Chinese large
staff-layout-languages-en = English large
staff-layout-languages-zh-only = Chinese only
staff-layout-languages-en-only = English only
staff-layout-languages-patient-help = The language that the patient chose is large, the other small
staff-layout-languages-zh-help = Chinese always large, English small
staff-layout-languages-en-help = English always large, Chinese small
staff-layout-languages-zh-only-help = Patients without Chinese cannot read their ticket
staff-layout-languages-en-only-help = Patients without English cannot read their ticket

staff-layout-logo = Logo
staff-layout-logo-now = The present logo
staff-layout-logo-none = No picture: the character of the clinic file is printed
staff-layout-logo-choose = Choose a picture
staff-layout-logo-other = Choose another
staff-layout-logo-remove = No picture
staff-layout-logo-reading = Working on it
staff-layout-logo-help = A PNG of at most 2 MB. Paper has black and white only: see the preview
staff-layout-logo-large = The picture is too large: please use a PNG of at most 2 MB
staff-layout-logo-unread = This file could not be read; please choose it again
staff-layout-failed-logo = The logo was not uploaded

staff-layout-preview = Preview
staff-layout-head = Resolution
# $value: dots to the inch
staff-layout-dots = { $value } dpi
staff-layout-reader = Patient reads
staff-layout-reader-zh-cn = Chinese
staff-layout-reader-en = English
staff-layout-exact = Dot for dot what is printed
staff-layout-like = Sizes and line breaks as printed; the shapes of characters are the printer's own
staff-layout-drawing = Drawing the ticket
# $width: of the paper; $language: what the printer understands
staff-layout-picture = A ticket on { $width } mm paper, { $language }
staff-layout-failed-preview = The preview could not be drawn.
staff-layout-large = Enlarge
staff-layout-small = Make smaller

staff-layout-test-title = Try it on paper
staff-layout-test-help = Prints a ticket of nobody in the layout that you see, marked “Test print”. Nothing is saved by it
staff-layout-test = Print a test ticket
staff-layout-test-sent = A test ticket was sent to { $printer }
staff-layout-failed-test = The test ticket was not sent
