# The paper ticket. Every sentence is printed in Chinese and English; the patient's language is the large one.

# $place: where to wait, for example: Floor 2, Internal Medicine
slip-place = Please wait: { $place }

slip-ahead-title = Ahead of you
# $ahead: people ahead
slip-ahead-unit = { $ahead ->
    [one] person
   *[other] people
}
# Stands alone in large letters when $ahead is 0
slip-ahead-sentence = { $ahead ->
    [0] You are next
   *[other] { $ahead } ahead of you
}

slip-wait-title = Your wait is about
slip-wait-unit = minutes
# $low, $high: the range of the wait in minutes
slip-wait-sentence = about { $low }–{ $high } minutes
# Stands alone in large letters while no honest figure can be given
slip-wait-unknown = Listen for your call

slip-scan = Scan to follow your place

slip-missed = Missed your call? Sign in at the desk.
slip-worse = Feeling worse? Tell staff at once.
slip-companion-one = One companion may come along.
slip-companion-wait = Companions please wait in the hall.

slip-copy = COPY
slip-test = TEST

# The printer's test page
slip-page-title = Printer test page
# $width: paper in millimetres, $dpi: dots per inch, $dots: dots a line
slip-page-paper = Paper { $width } mm, { $dpi } dots per inch, { $dots } dots a line
# $language: how the printer is spoken to
slip-page-language = Prints { $language ->
    [raster] the whole ticket as a picture
    [raster_qr] pictures, and its own QR code
    [gb18030] its own characters, GB18030
    [gbk] its own characters, GBK
   *[utf8] its own characters, UTF-8
}
# $cut: yes or no
slip-page-cutter = { $cut ->
    [yes] The paper must be cut at the end.
   *[no] No cutter: tear the paper off.
}
slip-page-ruler = Both end lines of the ruler must be whole and the figures as set.
slip-page-code = The QR code must read as this printer's code.
slip-page-grey = No white lines in the black bar; greys from light to dark.
