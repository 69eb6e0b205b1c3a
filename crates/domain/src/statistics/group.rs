//! The groups in which people are counted.

/// What an account says about its owner's gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// `Female`.
    Female,
    /// `Male`.
    Male,
    /// `Other`: she would rather not say.
    Other,
    /// Anything else.
    Unknown,
}

impl Gender {
    /// Every gender in the order of a table.
    pub const ALL: [Gender; 4] = [Gender::Female, Gender::Male, Gender::Other, Gender::Unknown];

    /// As accounts store it; empty if it is not known.
    pub fn name(self) -> &'static str {
        match self {
            Gender::Female => "Female",
            Gender::Male => "Male",
            Gender::Other => "Other",
            Gender::Unknown => "",
        }
    }

    /// The gender whose [`Gender::name`] is `name`; [`Gender::Unknown`] for any other text.
    pub fn from_name(name: &str) -> Gender {
        Gender::ALL.into_iter().find(|gender| gender.name() == name).unwrap_or(Gender::Unknown)
    }
}

/// Where an account says its owner lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// `Urban`.
    Urban,
    /// `Rural`.
    Rural,
    /// Anything else.
    Unknown,
}

impl Location {
    /// Every location in the order of a table.
    pub const ALL: [Location; 3] = [Location::Urban, Location::Rural, Location::Unknown];

    /// As accounts store it; empty if it is not known.
    pub fn name(self) -> &'static str {
        match self {
            Location::Urban => "Urban",
            Location::Rural => "Rural",
            Location::Unknown => "",
        }
    }

    /// The location whose [`Location::name`] is `name`; [`Location::Unknown`] for any other.
    pub fn from_name(name: &str) -> Location {
        Location::ALL
            .into_iter()
            .find(|location| location.name() == name)
            .unwrap_or(Location::Unknown)
    }
}

/// Completed years of life, in groups without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgeGroup {
    /// Under 10.
    Under10,
    /// 10 and 11.
    From10,
    /// 12 and 13.
    From12,
    /// 14 and 15.
    From14,
    /// 16 and 17.
    From16,
    /// 18 and 19.
    From18,
    /// 20 and 21.
    From20,
    /// 22 and over.
    From22,
    /// The date of birth is not one, or lies ahead.
    Unknown,
}

impl AgeGroup {
    /// Every group, the youngest first.
    pub const ALL: [AgeGroup; 9] = [
        AgeGroup::Under10,
        AgeGroup::From10,
        AgeGroup::From12,
        AgeGroup::From14,
        AgeGroup::From16,
        AgeGroup::From18,
        AgeGroup::From20,
        AgeGroup::From22,
        AgeGroup::Unknown,
    ];

    /// The group of somebody who has completed `years`.
    pub fn of_age(years: i32) -> AgeGroup {
        match years {
            ..0 => AgeGroup::Unknown,
            0..10 => AgeGroup::Under10,
            10..12 => AgeGroup::From10,
            12..14 => AgeGroup::From12,
            14..16 => AgeGroup::From14,
            16..18 => AgeGroup::From16,
            18..20 => AgeGroup::From18,
            20..22 => AgeGroup::From20,
            22.. => AgeGroup::From22,
        }
    }

    /// The group by its number in the database: 0 is the youngest, any that is none is unknown.
    pub fn from_number(number: i16) -> AgeGroup {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        AgeGroup::ALL.get(at).copied().unwrap_or(AgeGroup::Unknown)
    }

    /// The youngest and the oldest age of the group, as far as it has them.
    pub fn ages(self) -> Option<(Option<u8>, Option<u8>)> {
        match self {
            AgeGroup::Under10 => Some((None, Some(9))),
            AgeGroup::From10 => Some((Some(10), Some(11))),
            AgeGroup::From12 => Some((Some(12), Some(13))),
            AgeGroup::From14 => Some((Some(14), Some(15))),
            AgeGroup::From16 => Some((Some(16), Some(17))),
            AgeGroup::From18 => Some((Some(18), Some(19))),
            AgeGroup::From20 => Some((Some(20), Some(21))),
            AgeGroup::From22 => Some((Some(22), None)),
            AgeGroup::Unknown => None,
        }
    }

    /// A short name for addresses and JSON, such as `12-13`.
    pub fn name(self) -> &'static str {
        match self {
            AgeGroup::Under10 => "under-10",
            AgeGroup::From10 => "10-11",
            AgeGroup::From12 => "12-13",
            AgeGroup::From14 => "14-15",
            AgeGroup::From16 => "16-17",
            AgeGroup::From18 => "18-19",
            AgeGroup::From20 => "20-21",
            AgeGroup::From22 => "22-and-over",
            AgeGroup::Unknown => "",
        }
    }

    /// The group whose [`AgeGroup::name`] is `name`; [`AgeGroup::Unknown`] for any other text.
    pub fn from_name(name: &str) -> AgeGroup {
        AgeGroup::ALL.into_iter().find(|group| group.name() == name).unwrap_or(AgeGroup::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_age_is_in_exactly_one_group() {
        for years in 0..120 {
            let matching = AgeGroup::ALL
                .into_iter()
                .filter(|group| {
                    group.ages().is_some_and(|(from, to)| {
                        from.is_none_or(|from| i32::from(from) <= years)
                            && to.is_none_or(|to| years <= i32::from(to))
                    })
                })
                .collect::<Vec<_>>();
            assert_eq!(matching, [AgeGroup::of_age(years)], "{years}");
        }
        assert_eq!(AgeGroup::of_age(-1), AgeGroup::Unknown);
        assert_eq!(AgeGroup::of_age(i32::MAX), AgeGroup::From22);
    }

    #[test]
    fn names_and_numbers_lead_back() {
        for (at, group) in AgeGroup::ALL.into_iter().enumerate() {
            assert_eq!(AgeGroup::from_number(i16::try_from(at).unwrap_or(-1)), group);
            assert_eq!(AgeGroup::from_name(group.name()), group);
        }
        assert_eq!(AgeGroup::from_number(-1), AgeGroup::Unknown);
        for gender in Gender::ALL {
            assert_eq!(Gender::from_name(gender.name()), gender);
        }
        assert_eq!(Gender::from_name("female"), Gender::Unknown);
        for location in Location::ALL {
            assert_eq!(Location::from_name(location.name()), location);
        }
    }
}
