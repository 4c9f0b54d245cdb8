# What is brought in from other formats: what they are called, and why something has no place.
format-iati = IATI activities (XML)
format-table = Table of projects
format-usaspending = USAspending awards
format-foreign-assistance = ForeignAssistance.gov transactions
format-own = Table exported from Atalaya

loss-no-place = a portfolio has no field for this
loss-language = in a language that this portfolio does not keep
loss-unknown-code = the code is not on the published lists
loss-not-readable = could not be read as its field wants it
loss-missing = missing or empty; a stand-in was put in its place
loss-same-id = the same identifier again; the second was given another
loss-unknown-version = unknown version of the format; read as far as it goes
loss-broken-off = the file breaks off here
loss-counted-elsewhere = already counted in another figure of the same project

same-by-agreement = same agreement number
same-by-id = same id
same-by-name = same name
