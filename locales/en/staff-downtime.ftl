# Tablet: entering paper tickets after an outage (R105).

staff-paper-open = Enter paper tickets
staff-paper-title = Enter paper tickets
staff-paper-loading = Opening the paper tickets
staff-paper-failed-loading = The paper tickets could not be opened

staff-paper-outage-title = The outage
staff-paper-outage-correct = Correct the outage
staff-paper-outage-lead = From when to when was the system down? Take the times from the forms and the whiteboard.
staff-paper-outage-suggested = The system was silent at this time. Save it if that was the outage, or correct it.
staff-paper-from-day = Down since, day
staff-paper-from-time = Down since, time
staff-paper-until-day = Back, day
staff-paper-until-time = Back, time
staff-paper-outage-save = Save the outage
staff-paper-outage-noted = The outage is saved
staff-paper-failed-outage = The outage was not saved
staff-paper-times-missing = Give both times
# $from, $until: times, with the day where it is another
staff-paper-span = { $from } – { $until }
staff-paper-entered-count = { $count } entered
staff-paper-correct = Correct
staff-paper-another = Another outage

staff-paper-line = A line of the form
staff-paper-number = Paper number
staff-paper-number-help = Scan it, or type it
staff-paper-arrived = Arrived
staff-paper-day = Which day
staff-paper-day-any = By the time
staff-paper-state = Now
staff-paper-state-waiting = Still waiting
staff-paper-state-seen = Seen
staff-paper-state-left = Left unseen
staff-paper-called = Called
staff-paper-finished = Left
staff-paper-left-at = Left
staff-paper-room = Room
staff-paper-room-any = Not written
staff-paper-age = Age or birth date
staff-paper-phone = Phone (optional)
staff-paper-complaint = What is wrong (optional)
staff-paper-urgency = Urgency (optional)
staff-paper-consent = “Agrees” is ticked on paper
staff-paper-keys = Tab goes on, arrow keys choose, Enter saves the line.
staff-paper-clear = Clear
staff-paper-store = Save this line
staff-paper-storing = Saving
staff-paper-failed = The line was not saved; what you typed is still here
staff-paper-stored = { $number } is entered
staff-paper-stored-waiting = in the queue
staff-paper-stored-urgent = every tablet rings: no queueing, to be seen at once
staff-paper-stored-seen = noted as seen
staff-paper-stored-left = noted as left unseen
staff-paper-waited = waited { $minutes } min

staff-paper-entries = Entered lately
staff-paper-entries-empty = Nothing entered yet
staff-paper-entries-empty-detail = Begin with those who still wait: they join the queue by their arrival at once.
# $arrived, $entered: times; $name: a member of staff
staff-paper-entry = Arrived { $arrived }, entered { $entered } by { $name }
staff-paper-take-back = Take back
staff-paper-moved-on = Changed since
staff-paper-taken-back = { $number } is taken back and can be entered again
staff-paper-failed-take-back = { $number } was not taken back
staff-paper-now-waiting = still waiting
staff-paper-now-urgent = to be seen at once
staff-paper-now-called = called
staff-paper-now-in-room = in the room
staff-paper-now-out = out for tests
staff-paper-now-missed = missed the call
staff-paper-now-finished = seen
staff-paper-now-cancelled = has left
staff-paper-now-transferred = transferred
staff-paper-now-expired = the day has closed

# $time: when the patient arrived
staff-event-entered = Entered from paper, arrived { $time }
staff-reason-taken-back = Entered by mistake, taken back
staff-paper-day-help = Such as 2026-11-28
