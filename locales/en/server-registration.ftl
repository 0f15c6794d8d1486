# Registration: names, phones, identity numbers, ages, lookup, classes of visits

error-name-too-long = A name has at most { $limit } characters here. Please shorten it.
error-name-characters = A name has only letters, spaces and “·”. Please take other signs out.

error-phone-digits = A mobile number has { $wanted } digits; this one has { $count }.
error-phone-characters = A phone number has only digits. Please look at it again.
error-phone-area-code = Please add the area code, such as 010-12345678.
error-phone-extension = Please give a number without an extension.
error-phone-unknown = This number does not look right. Please check it. Numbers from abroad begin with +.

error-id-length = An identity number has 18 characters; this one has { $count }.
error-id-old = This is an old number of 15 digits. Please use the 18 digits of the present card, or leave it out.
error-id-characters = The first 17 characters are digits, the last is a digit or X.
error-id-birth-date = Digits 7 to 14 should be a date of birth. Please check them.
error-id-checksum = One of the digits does not fit the others. Please check the number.
error-id-sex-differs = This differs from the sex in the identity number. Please check.
error-id-birth-date-differs = This differs from the date of birth in the identity number. Please check.
error-id-age-differs = This differs from the age in the identity number. Please check.
error-id-name-differs = This number is registered under another name. Please check it; if it is right, come to the desk and we will sort it out.
error-id-kept = An identity number is registered already. To change it, please come to the desk.

error-birth-date-format = Please write year, month and day, such as 1985-03-12.
error-birth-date-future = This date of birth is still to come. Please check it.
error-birth-date-too-old = This date of birth is more than { $limit } years ago. Please check it.
error-age-range = Please give an age from 0 to { $limit } in full years.

error-find-by-one = Please search by one of phone number, identity number and name.
error-too-many-searches = { $seconds ->
    [one] That was a lot of searches. Please try again in one second, or ask a member of staff.
   *[other] That was a lot of searches. Please try again in { $seconds } seconds, or ask a member of staff.
}
error-patient-ref-expired = That took a while. Please search once more.

visit-class-first = First visit
visit-class-return = Return visit
visit-class-consultation = Consultation
visit-class-check-up = Check-up
visit-class-orthodontics = Orthodontics

visit-class-reason-never-here = First time in this department
visit-class-reason-long-ago = The last visit was more than a year ago
visit-class-reason-same-problem = Seen within a year for the same problem
visit-class-reason-said-return = Seen within a year and says it is a return visit
visit-class-reason-other-problem = Another problem this time
visit-class-reason-not-said = Did not say whether it is the same problem
visit-class-reason-wish-orthodontics = Would like braces
visit-class-reason-wish-consultation = Would like advice first
visit-class-reason-wish-check-up = Would like a check-up
visit-class-reason-chosen = Chosen when the number was taken
