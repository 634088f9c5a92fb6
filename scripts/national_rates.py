"""Which rates national files print beside their parts: where numerator, denominator and figure stand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Beside:
    """Numerator, denominator and figure stand in one row, under any of their names in different releases."""

    file: str
    top: tuple[str, ...]
    bottom: tuple[str, ...]
    printed: str
    per: int = 100
    times: Decimal | None = None
    times_in_leap_years: Decimal | None = None


@dataclass(frozen=True)
class Share:
    """Each row holds a part, and the whole stands in the row of its group whose part begins like `whole`."""

    file: str
    group: tuple[str, ...]
    part: str
    whole: str
    count: str
    printed: str
    only: tuple[str, ...] = ("",)
    never: tuple[str, ...] = ()

    def counts(self, part: str) -> bool:
        """Whether a part is a share of this whole."""
        return part.startswith(self.only) and not part.startswith(self.never)


@dataclass(frozen=True)
class Across:
    """LAIT prints a rate whose count stands in another file and whose population in a third."""

    lait: str
    file: str
    count: str
    where: tuple[str, str] = ("", "")
    per: int = 10_000


FTE = Decimal("253")
FTE_LEAP = Decimal("254")
BESIDE = (
    Beside("c1_", ("rereferral_count",), ("referral_count",), "rereferral_percent"),
    Beside("c1_", ("no_further_action_count",), ("referral_count",), "no_further_action_percent"),
    Beside("c1_", ("not_in_need_count",), ("referral_count",), "not_in_need_percent"),
    Beside("c1_", ("rereferral_child_count",), ("referral_child_count",), "rereferral_child_percent"),
    Beside("d3_", ("CPP_subsequent",), ("CPP_start",), "CPP_subsequent_percent"),
    *(
        Beside("d5_", (band,), ("CPP_At31",), f"{band}_percent")
        for band in (
            "3_months_or_less",
            "more_than_3_months_6_months",
            "more_than_6_months_less_than_1_year",
            "1_year_less_than_2_years",
            "2_years_or_more",
        )
    ),
    Beside("cla_number_", ("children_count",), ("population_estimate",), "rate_per_10000", 10_000),
    *(
        Beside("csww_i", (f"{top}_{how}",), tuple(f"{b}_{how}" for b in bottom), f"{rate}_{how}")
        for how in ("fte", "headcount")
        for top, bottom, rate in (
            ("leavers", ("inpost",), "turnover_rate"),
            ("agency", ("agency", "inpost"), "agency_rate"),
        )
    ),
    Beside("csww_i", ("vacancy_fte",), ("vacancy_fte", "inpost_fte"), "vacancy_rate_fte"),
    Beside("csww_i", ("agency_cover_fte",), ("agency_fte",), "agency_cover_rate_fte"),
    Beside("csww_i", ("agency_cover_fte",), ("vacancy_fte",), "vacancy_agency_cover_rate_fte"),
    Beside("csww_i", ("cases",), ("case_holders_fte",), "caseload_fte", 1),
    Beside("csww_i", ("working_days_lost_fte",), ("inpost_fte",), "absence_rate_fte", 100, FTE, FTE_LEAP),
    Beside("csww_h", ("leaver_fte",), ("social_worker_fte",), "turnover_rate_fte_%"),
    Beside("csww_h", ("leaver_headcount",), ("social_worker_headcount",), "turnover_rate_headcount_%"),
    Beside("csww_h", ("agency_fte",), ("agency_fte", "social_worker_fte"), "agency_worker_rate_fte_%"),
    Beside(
        "csww_h",
        ("agency_headcount",),
        ("agency_headcount", "social_worker_headcount"),
        "agency_worker_rate_headcount_%",
    ),
    Beside("csww_h", ("agency_cover_fte",), ("agency_fte",), "agency_cover_rate_fte_%"),
    Beside("csww_h", ("vacancy_fte",), ("vacancy_fte", "social_worker_fte"), "vacancy_rate_fte_%"),
    Beside("csww_h", ("agency_cover_fte",), ("vacancy_fte",), "vacancy_agency_cover_rate_fte_%"),
    Beside("csww_h", ("cases",), ("case_holders_fte",), "caseload_fte", 1),
    Beside(
        "csww_h",
        ("working_days_lost_fte",),
        ("social_worker_fte",),
        "absence_rate_fte_%",
        100,
        FTE,
        FTE_LEAP,
    ),
    *(
        Beside("absence_la", (f"t_sess_{sort}",), ("t_sess_possible",), printed)
        for sort, printed in (
            ("overall", "pt_overall"),
            ("authorised", "pt_sess_authorised"),
            ("unauthorised", "pt_sess_unauthorised"),
        )
    ),
    Beside("absence_la", ("t_pupils_pa_10_exact",), ("t_pupils",), "pt_pupils_pa_10_exact"),
    Beside("absence_la", ("t_pupils_pa_50_exact",), ("t_pupils",), "pt_pupils_pa_50_exact"),
    *(
        Beside(
            "ks2_la",
            (f"t_{subject}_met_expected_standard",),
            (f"t_{subject}_eligible_pupils",),
            f"pt_{subject}_met_expected_standard",
        )
        for subject in ("read", "writta", "mat", "rwm", "gps", "scita")
    ),
    Beside("ks4_la", ("t_att8",), ("t_pupils",), "avg_att8", 1),
    Beside("ks4_la", ("t_l2basics_95",), ("t_pupils",), "pt_l2basics_95"),
    Beside("ks4_la", ("t_l2basics_94",), ("t_pupils",), "pt_l2basics_94"),
    Beside("ks4_la", ("t_ebacc_e_ptq_ee",), ("t_pupils",), "pt_ebacc_e_ptq_ee"),
    Beside("ks4_la", ("t_ebaccaps",), ("t_pupils",), "avg_ebaccaps", 1),
    Beside("ks4_la", ("t_p8score",), ("t_inp8calc",), "avg_p8score", 1),
)
CHILDREN = ("children_count", "children_percent")
SDQ = ("SDQ score is",)
MISUSE = ("Received an intervention", "Offered intervention")
SHARES = (
    Share(
        "la_care_leavers_acc",
        ("care_leaver_age",),
        "breakdown",
        "Suitability total",
        "care_leaver_count",
        "care_leaver_percent",
    ),
    Share(
        "la_care_leavers_act",
        ("care_leaver_age",),
        "breakdown",
        "Total",
        "care_leaver_count",
        "care_leaver_percent",
    ),
    Share("la_cla_during", ("characteristic",), "breakdown", "Total ", "children_count", "children_percent"),
    Share(
        "la_cla_placement",
        ("cla_group",),
        "placement_stability",
        "Total",
        "children_count",
        "children_percent",
    ),
    Share(
        "la_cla_school", ("cla_group", "move_measure"), "school_stability", "Total", "number", "percentage"
    ),
    Share("la_cla_swcount", ("cla_group",), "sw_stability", "Total", "number", "percentage"),
    *(
        Share("la_conviction", ("characteristic",), "breakdown", whole, *CHILDREN, only, never)
        for whole, only, never in (
            ("Total", ("",), (*SDQ, *MISUSE)),
            ("SDQ score was received", SDQ, ()),
            ("Identified as having a substance misuse problem", MISUSE, ()),
        )
    ),
)
ACROSS = (
    Across("CIN", "b1_", "At31_episodes"),
    Across("CPP_rate", "d5_", "CPP_At31"),
    Across("CPP_Total_Rateper10,000", "c1_", "referral_count"),
    Across("Section_47", "c4_", "Section47"),
    Across("ISCP_Conf", "c4_", "ICPC"),
    *(
        Across(name, "cla_number_", "children_count", ("population_type", f"Children {which} year"))
        for name, which in (
            ("LAC", "looked after on 31 March each"),
            ("LAC_Start_Rate", "starting to be looked after each"),
            ("LAC_Cease_Rate", "ceasing to be looked after each"),
        )
    ),
)
