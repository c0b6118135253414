"""Words that end in a full stop which ends no sentence, by what has to follow for it to end one all the same."""

from __future__ import annotations

TITLES = frozenset(
    "Mr Mrs Ms Mx Dr Drs Prof Rev Fr Hon Rt Sen Sens Rep Reps Gov Govs Gen Gens Lt Col Cols Maj Capt Cmdr Comdr Cdr "
    "Sgt Cpl Pvt Pte Brig Adm Adml Vice-Adm Amb Pres Supt Insp Det Messrs Mme Mlle Sra Srta Msgr St Ste Mt Ft Sh "
    "Smt Ald Atty Asst Dep Pfc Spc Ens Hr Fl Flt Sqn Wg Cdre Lt-Gen Maj-Gen Lt-Col Brig-Gen Dir Secy Spox Ch".split()
)
"""Before a name: the name follows, so the sentence goes on."""

NEVER = frozenset("e.g i.e cf viz vs v al approx ca esp incl resp c.f eg ie".split())
"""Lower-case abbreviations with which hardly a sentence ends."""

BEFORE_NUMBER = frozenset(
    "No Nos no nos Rs Re Art Arts Sec Secs Ch Fig Figs Vol Vols p pp para paras Para Eq Ref Res Doc Tk Fr Pt Op Jan "
    "Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Reg Pub Cl".split()
)
"""The sentence goes on where a number follows."""

OFTEN_INSIDE = frozenset(
    "Inc Ltd Co Cos Corp Bros Jr Sr Ave Blvd Rd Hwy Dept Assn Bn Plc plc Esq Est est Univ Inst Intl Natl Govt Mfg "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn "
    "Tenn Tex Va Vt Wash Wis Wyo Mass Ont Que Man Sask Eng Ph.D M.D B.A M.A LL.B Sq Bldg Gp Capt Ex Ret ret min hr "
    "hrs sq ft lb lbs oz kg km mi mm cm".split()
)
"""The sentence ends only where a word follows that opens sentences (see STARTERS)."""

STARTERS = frozenset(
    "The This That These Those There Here He She It They We You I Its His Her Their Our My Your A An In On At By "
    "For From With Without Within Under Over After Before During Since Until As If When While Where Why How What "
    "Who Whose Which Although Though Because But And Or So Yet Nor Also However Meanwhile Moreover Still Then Thus "
    "Now Today Yesterday Tomorrow Earlier Later Last Next Some Many Most Several All Both Each Every Another Other "
    "Others Such No Not Nobody Nothing None One Two Three Among Amid Despite According Asked Speaking Once Only "
    "Even Just Instead Let Perhaps Neither Either Few More Much Per Through Throughout To Upon Whether".split()
)
"""Words that, with a capital, open a sentence far more often than they stand inside one or begin a name."""

DAY_TIME = frozenset("a.m p.m".split())
AFTER_DAY_TIME = frozenset(
    "EST EDT CST CDT MST MDT PST PDT ET CT MT PT GMT UTC BST IST PKT CET CEST Monday Tuesday Wednesday Thursday "
    "Friday Saturday Sunday Eastern Central Mountain Pacific Greenwich London Moscow Beijing Kabul".split()
)
"""After "10 a.m." these go on with it."""

LETTERED = frozenset(
    "war part act phase chapter book volume article title schedule world plan group class grade team type vitamin "
    "hepatitis section option pool division category annex appendix exhibit figure table point".split()
)
"""Before a single capital that is a number or a letter of a list, not an initial: "World War I." may end a sentence."""
