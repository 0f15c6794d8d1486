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
