//! `POST /account/signup`

mod again;
mod answer;
mod dates;
mod name;
mod refusal;
mod stored_row;
