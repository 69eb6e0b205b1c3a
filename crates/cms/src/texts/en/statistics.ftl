# Statistics: users, quizzes, surveys.
statistics-title = Statistics
statistics-lead = Who uses the app, in all languages.
statistics-filter = Choose whom to count
statistics-apply = Show
statistics-all = All
statistics-print = Print view
statistics-gender = Gender
statistics-gender-female = Female
statistics-gender-male = Male
statistics-gender-other = Prefer not to say
statistics-location = Location
statistics-location-urban = Urban
statistics-location-rural = Rural
statistics-country = Country
statistics-province = Province
statistics-age = Age
statistics-age-under = Under { $age }
statistics-age-over = { $age } and over
statistics-date-from = Saved from
statistics-date-to = Saved until
statistics-dates-reversed = The first day is after the last. Every account is shown.
statistics-dates-unreadable = This is not a day. Every account is shown.
statistics-not-known = Not known
statistics-other-countries = Other, or too few
statistics-other-provinces = Other, or too few
statistics-former-province = { $name } (older app)
statistics-users = Users
statistics-users-counted = users
statistics-genders = Users by gender
statistics-locations = Users by location
statistics-ages = Users by age
statistics-ages-note = Completed years, by birthdays up to today.
statistics-countries = Users by country
statistics-provinces = Users by province: { $country }
statistics-shares = The app was shared
statistics-shares-counted = Times shared
statistics-downloads = Direct downloads
statistics-downloads-counted = Downloads
statistics-activity-note = Only the days make a difference here: gender, location and country are not known of these.
statistics-day = Day
statistics-month = Month
statistics-total = Total
statistics-hidden = Too few
statistics-too-few = Too few people to draw.
statistics-nothing-yet = Nothing has been recorded for these days yet.
statistics-right-answer = Right answer
statistics-as-of = Ages as of { $day }; new and deleted accounts count at once.
statistics-not-counted-yet = The accounts are being counted; look again in a minute.
statistics-dates-note = With days chosen, accounts whose day is not known do not count. Days are Nepal's, the last one included.
statistics-rule-minimum = To protect the girls, numbers below { $minimum } are not shown, nor those that would give one away.
statistics-rule-rounded = To protect the girls, numbers below { $minimum } are not shown, nor those that would give one away; the others are rounded down to a multiple of { $rounding }.

# Results of quizzes.
quiz-results-title = Quiz results
quiz-results-crumb = Results
quiz-results-of = Results of “{ $heading }”
quiz-results-lead = Every answer counts, also when somebody answers again.
quiz-results-search = Search topics and questions
quiz-results-topic = Topic
quiz-results-question = Question
quiz-results-answers = Answers
quiz-results-correct = Correct
quiz-results-incorrect = Incorrect
quiz-results-percent = Correct, %
quiz-results-option = Option
quiz-results-option1 = Option 1
quiz-results-option2 = Option 2
quiz-results-option3 = Option 3
quiz-results-options = Which option was chosen
quiz-results-judged = Right or wrong
quiz-results-outcome = Answer
quiz-results-none = No quizzes yet
quiz-results-none-hint = Write a quiz first; its results appear here when girls answer it.
quiz-results-not-found = No quiz matches
quiz-results-not-found-hint = Try fewer or other words.

# Results of surveys.
survey-results-title = Survey results
survey-results-created = Created { $date }
survey-results-responses = people answered
survey-results-note = Each person counts once, with her first answer and what her account said then. People without an account count where nothing is chosen above.
survey-results-answer = Answer
survey-results-people = People
survey-results-text = A text of their own
survey-results-written = What was written
survey-results-read-written = Read what was written
survey-results-too-few-written = Too few people wrote something
survey-results-more-written =
    { $count ->
        [one] { $count } more is in the file.
       *[other] { $count } more are in the file.
    }
survey-results-written-note = Of the 5,000 who answered last: in the order of the alphabet, and without who wrote them. If a text tells who somebody is, do not pass it on.
survey-results-kept-back = Written answers are for administrators.
survey-results-no-questions = This survey has no questions
survey-results-no-questions-hint = Add questions to it; the answers appear here.
