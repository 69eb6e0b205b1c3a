//! Surveys: a row for each question.

use domain::exchange::content::{Question, Survey};
use domain::exchange::integrity::Section;

use super::others::has_any;
use super::{Reader, Row, Table};

const OPTIONS: [&str; 5] = ["option1", "option2", "option3", "option4", "option5"];

impl Reader<'_> {
    pub(super) fn surveys(&mut self, table: &Table<'_>) {
        let mut surveys: Vec<Survey> = Vec::new();
        for row in table.rows().filter(|row| has_any(*row, &["survey_id", "question"])) {
            let id = row.value("survey_id");
            let question = has_any(row, &["question"]).then(|| self.question(row));
            // A survey without questions counts as an item too.
            if !self.keep(row, "surveys") {
                continue;
            }
            let at = match surveys.iter().position(|survey| survey.id == id) {
                Some(at) => at,
                None => {
                    self.origins.put(Section::Surveys, surveys.len(), row.place(""));
                    surveys.push(Survey {
                        id: id.to_owned(),
                        live: row.flag("live", false, &mut self.report),
                        audience: self.audience(row),
                        questions: Vec::new(),
                        version: row.value("version").to_owned(),
                    });
                    surveys.len() - 1
                }
            };
            if let (Some(survey), Some(question)) = (surveys.get_mut(at), question) {
                survey.questions.push(question);
            }
        }
        if let Some(count) = self.counts.get_mut("surveys") {
            count.items = surveys.len();
            count.translated = count.translated.min(count.items);
        }
        self.content.surveys = surveys;
    }

    fn question(&mut self, row: Row<'_>) -> Question {
        let mut next = row.value("next_question").split(',').map(|part| part.trim().to_owned());
        Question {
            id: row.value("id").to_owned(),
            question: self.required(row, "question"),
            options: OPTIONS.map(|name| self.text(row, name)),
            response: self.text(row, "response"),
            is_multiple: row.flag("is_multiple", true, &mut self.report),
            next: [(); 5].map(|()| next.next().unwrap_or_default()),
        }
    }
}
