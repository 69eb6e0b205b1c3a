//! Converting a large file as a job.

use actix_web::{HttpRequest, HttpResponse};
use db::editing::Author;
use db::job::NewJob;
use db::job::file::File;
use futures_util::FutureExt;
use serde::{Deserialize, Serialize};
use server::error::Error;

use super::conversion::{Conversion, Sent};
use super::page::Chosen;
use super::{upload, words};
use crate::access::Editor;
use crate::jobs::{self, JobContext, JobError, Kind, Outcome, Sentence};
use crate::state::Cms;

/// The kind of job.
pub const KIND: Kind = Kind {
    name: "data-import",
    title: "exchange-job-import",
    most_attempts: 3,
    run: |context| run(context).boxed_local(),
};

/// What to do with the file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Task {
    conversion: String,
    chosen: Chosen,
}

impl Task {
    pub(super) fn new(conversion: Conversion, chosen: &Chosen) -> Task {
        Task { conversion: conversion.name().to_owned(), chosen: chosen.clone() }
    }
}

/// Stores the job and answers with its page.
pub(super) async fn enqueue(
    request: &HttpRequest,
    cms: &Cms,
    editor: &Editor,
    task: &Task,
    file_name: String,
    content: Vec<u8>,
) -> Result<HttpResponse, Error> {
    let payload =
        serde_json::to_string(task).map_err(|error| Error::Internal(error.to_string()))?;
    let (lang, author) = (editor.language.code(), editor.author());
    let stored = cms.db.run(move |connection| {
        let input =
            File { name: file_name, media_type: "application/octet-stream".to_owned(), content };
        let new = NewJob {
            kind: KIND.name,
            lang,
            payload: &payload,
            created_by: author.editor_id,
            creator: &author.name,
            most_attempts: KIND.most_attempts,
            input: Some(&input),
        };
        Ok(db::job::enqueue(connection, &new)?)
    });
    let id = stored.await?;
    cms.jobs.wake();
    Ok(jobs::accepted(request, id))
}

async fn run(context: JobContext) -> Result<Outcome, JobError> {
    let task: Task = context.payload()?;
    let broken = || JobError::failed(Sentence::new("job-broken"));
    let conversion = Conversion::from_name(&task.conversion).ok_or_else(broken)?;
    let options = upload::options(&task.chosen).ok_or_else(broken)?;
    let input = context.input().await?;
    let job = context.job.clone();
    let path = format!("/data/conversions/{}", job.id);
    let errors = context
        .apart(move |connection, reporter| {
            reporter.progress(0, 2, "exchange-step-convert")?;
            let made = conversion.convert(&input.content, &options).map_err(|error| {
                log::error!("a conversion: {error:?}");
                JobError::failed(Sentence::new("job-broken"))
            })?;
            let made = made.map_err(|refused| JobError::failed(words::refused(refused)))?;
            reporter.progress(1, 2, "exchange-step-store")?;
            let author = Author { editor_id: job.created_by, name: job.creator.clone() };
            let sent = Sent { lang: &job.lang, file_name: &input.name, author: &author };
            // Under the key of the job, so that one that is begun again stores it once.
            made.store(connection, job.id, conversion, &sent)
                .map_err(|error| JobError::from(db::error::DbError::from(error)))?;
            reporter.progress(2, 2, "exchange-step-store")?;
            Ok(made.report.has_errors())
        })
        .await?;
    let said = if errors { "exchange-job-errors" } else { "exchange-job-fine" };
    let outcome = Outcome::says(Sentence::new(said));
    Ok(outcome.linking(path, Sentence::new("exchange-job-report")))
}
