/// What a number is for, as far as its digits tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A line in a place.
    Fixed,
    /// A mobile phone.
    Mobile,
    /// One of the two: the digits don't tell which, as in North America.
    FixedOrMobile,
    /// Free for the caller.
    TollFree,
    /// Costs the caller more than a call does.
    PremiumRate,
    /// The cost is shared between caller and callee.
    SharedCost,
    /// A line over the internet.
    Voip,
    /// Follows a person from line to line.
    Personal,
    /// A pager.
    Pager,
    /// One number for a company's many places.
    Uan,
    /// A voice mailbox.
    Voicemail,
    /// A short number of a service: of a carrier, a bank, a town.
    Service,
    /// A short number for emergencies.
    Emergency,
}

impl Kind {
    /// The kind of a short number, as the tables have it.
    pub(crate) fn of_short(place: u8) -> Option<Self> {
        match place {
            1 => Some(Self::Service),
            2 => Some(Self::Emergency),
            _ => None,
        }
    }

    /// The kind at a place in libphonenumber's order of asking, which the tables count in.
    pub(crate) fn at(place: u8) -> Self {
        match place {
            1 => Self::PremiumRate,
            2 => Self::TollFree,
            3 => Self::SharedCost,
            4 => Self::Voip,
            5 => Self::Personal,
            6 => Self::Pager,
            7 => Self::Uan,
            8 => Self::Voicemail,
            9 => Self::Fixed,
            10 => Self::Mobile,
            _ => Self::FixedOrMobile,
        }
    }
}
