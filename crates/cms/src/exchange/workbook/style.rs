//! How the cells of our spreadsheets look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::columns::Role;

/// The looks of cells.
pub struct Styles {
    /// Of the first row.
    pub header: Format,
    /// Of what is only to be read.
    pub fixed: Format,
    /// Of what is to be filled in.
    pub open: Format,
    /// Of a heading in the sheet that explains.
    pub title: Format,
    /// Of its text.
    pub plain: Format,
}

/// The number format "text": what is typed there stays as it is typed, also `-5`, `1/2` or `=x`.
const AS_TEXT: &str = "@";

impl Styles {
    /// The looks.
    pub fn new() -> Styles {
        let cell = Format::new()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x00D5_DAE1));
        Styles {
            header: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x0034_3A46))
                .set_font_color(Color::White),
            fixed: cell.clone().set_background_color(Color::RGB(0x00F3_F4F6)),
            open: cell
                .set_background_color(Color::RGB(0x00FF_F8DB))
                .set_num_format(AS_TEXT)
                .set_unlocked(),
            title: Format::new().set_bold().set_font_size(14),
            plain: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }

    /// The look of a column's cells.
    pub(super) fn of(&self, role: Role) -> &Format {
        match role {
            Role::Hidden | Role::Fixed | Role::Original => &self.fixed,
            Role::Text | Role::Value | Role::Edit => &self.open,
        }
    }
}

impl Default for Styles {
    fn default() -> Self {
        Styles::new()
    }
}
