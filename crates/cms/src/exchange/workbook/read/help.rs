//! Help centers and what they offer. Their ids are numbers.

use domain::exchange::content::{HelpCenter, HelpCenterAttribute};
use domain::exchange::integrity::Section;
use domain::exchange::report::Kind;

use super::others::has_any;
use super::{Reader, Row, Table};

impl Reader<'_> {
    pub(super) fn help_centers(&mut self, table: &Table<'_>) {
        for row in table.rows().filter(|row| has_any(*row, &["id", "title"])) {
            let item = HelpCenter {
                id: self.number_id(row),
                title: self.required(row, "title"),
                caption: self.required(row, "caption"),
                contact_one: self.value(row, "contactOne"),
                contact_two: self.value(row, "contactTwo"),
                address: self.value(row, "address"),
                website: self.value(row, "website"),
                region: row.optional("region"),
                sub_region: row.optional("subRegion"),
                is_available_nationwide: row.flag("isAvailableNationwide", true, &mut self.report),
                primary_attribute: row.number("primaryAttributeId", &mut self.report),
                other_attributes: row.optional("otherAttributes"),
                live: row.flag("isActive", false, &mut self.report),
                version: row.value("version").to_owned(),
            };
            if self.keep(row, "help-centers") {
                let at = self.content.help_centers.len();
                self.origins.put(Section::HelpCenters, at, row.place(""));
                self.content.help_centers.push(item);
            }
        }
    }

    pub(super) fn attributes(&mut self, table: &Table<'_>) {
        for row in table.rows().filter(|row| has_any(*row, &["id", "name"])) {
            let item = HelpCenterAttribute {
                id: self.number_id(row),
                name: self.required(row, "name"),
                emoji: row.value("emoji").to_owned(),
                live: row.flag("isActive", true, &mut self.report),
                version: row.value("version").to_owned(),
            };
            if self.keep(row, "help-center-attributes") {
                let at = self.content.help_center_attributes.len();
                self.origins.put(Section::HelpCenterAttributes, at, row.place(""));
                self.content.help_center_attributes.push(item);
            }
        }
    }

    fn number_id(&mut self, row: Row<'_>) -> String {
        let id = row.value("id");
        if id.is_empty() {
            self.report.add(Kind::NewItem, row.place("id"), "");
        } else if id.parse::<i32>().is_err() {
            self.report.add(Kind::BadId, row.place("id"), id);
        }
        id.to_owned()
    }
}
