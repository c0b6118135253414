"""Closed word lists that the reading of phrases rests on."""

from __future__ import annotations

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
IT = frozenset("it its itself".split())
THEY = frozenset("they them their theirs themselves".split())
FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
SECOND = frozenset("you your yours yourself yourselves".split())
RELATIVE = frozenset("who whom which that whose".split())
OTHER_PRONOUNS = frozenset("this these those what someone somebody anyone anybody everyone everybody".split())
PRONOUNS = HE | SHE | IT | THEY | FIRST | SECOND | RELATIVE | OTHER_PRONOUNS

INDEFINITE = frozenset(
    "a an one another some several many two three four five six seven eight nine ten dozens hundreds thousands "
    "scores few "
    "unnamed unidentified anonymous undisclosed any no other most more both each every".split()
)
DEFINITE = frozenset("the this that these those his her its their our my your said same".split())
FORMER = frozenset("former ex late erstwhile onetime ousted deposed toppled retired formerly predecessor then-".split())
ADJUNCTS = frozenset(
    "acting interim outgoing incoming current new newly deputy senior top chief leading veteran prominent "
    "visiting joint special "
    "federal provincial ruling embattled elected designate elect key high-ranking high-level retired military "
    "civilian local "
    "civil grade class united national state chief influential fellow main longtime first second "
    "jewish muslim islamic christian catholic orthodox protestant hindu sikh buddhist sunni shia shiite kurdish "
    "tamil arab african neighbouring neighboring nearby "
    "west east north south europe asia africa middle "
    "european asian western eastern northern southern central latin ethnic tribal".split()
)
FIRST_NAMES_LIKE_PLACES = frozenset(
    "jordan chad georgia israel india paris sydney austin dakota carolina virginia victoria chelsea kenya asia "
    "london brooklyn "
    "charlotte florence lincoln jackson washington madison santiago lima milan roman holland ireland france "
    "german jamaica".split()
)
"""Place names that people are called by: before or after another capitalised word they belong to a person."""
ORGANISATION_HEADS = frozenset(
    "ministry department office party council commission agency bank university institute group airways "
    "airlines corporation "
    "company inc ltd llc plc co union association court army police forces force foundation center centre front "
    "movement "
    "organisation organization committee authority federation league network school hospital times post news "
    "herald tribune "
    "daily journal tv radio board bureau service services command brigade division parliament assembly senate "
    "house congress "
    "embassy consulate mission secretariat treasury directorate corps fund church mosque college academy "
    "society club alliance "
    "coalition congress tribunal panel team trust forum initiative programme program project campaign magazine gazette "
    "observatory exchange industries holdings motors energy oil petroleum airport palace fleet navy guard "
    "guards rangers "
    "militia cartel syndicate gang brotherhood jihad mujahideen liberation secretary-general's".split()
)
MEMBERS = frozenset(
    "member members group groups crowd team number dozens hundreds thousands families relatives leaders leader".split()
)
"""Heads that say little: what stands after their "of" tells the sector."""
PEOPLE_OF = frozenset("administration government regime cabinet".split())
"""Bodies named after a person: "the Obama administration"."""
UNNAMED_NOUNS = frozenset(
    "official source diplomat officer insider aide minister adviser advisor commander analyst expert observer lawmaker "
    "spokesman spokeswoman spokesperson representative witness resident leader authority".split()
)
KIN = frozenset(
    "wife husband son daughter brother sister mother father widow uncle nephew cousin family lawyer".split()
)
FAMILY = KIN - {"lawyer"} | frozenset(
    "parents children grandfather grandmother grandson granddaughter niece aunt in-laws".split()
)
"""Relatives: "his father" is nobody who was named with a title before."""
POSTINGS = frozenset("to on for against with at over".split())
"""Prepositions after a title that name where somebody is sent, not whom they serve: "ambassador to Japan"."""
SENTENCE_OPENERS = frozenset(
    "the a an this that these those it he she they we i you in on at by for from with as to of and but or so if "
    "when while after "
    "before since until although though because however meanwhile moreover furthermore also still yet then "
    "there here last next "
    "earlier later today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january "
    "february march april "
    "may june july august september october november december both each every many most some several other "
    "another such no not "
    "according following during under over between among against without within despite asked addressing "
    "speaking referring "
    "talking responding commenting what who which where why how his her its their our my your all any more one "
    "two three four "
    "five six seven eight nine ten once only even just now again instead nevertheless nonetheless thus "
    "therefore hence indeed "
    "perhaps maybe yes please read watch photo image file about published updated like unlike".split()
)
NAME_PARTICLES = frozenset(
    "al el ul ur ad ag as bin ibn bint ould de da do dos das di del della la le van von der den ter ten y e zu".split()
)
SURNAMES_LIKE_TITLES = frozenset(
    "king bishop major pope prince judge marshal farmer guard sheikh shaikh imam mufti cardinal dean marine "
    "singer banker lord "
    "fisher shepherd priest monk hunter cook driver rich begum father elder captain "
    "baker porter carpenter barber nurse merchant gardener".split()
)
"""Titles and nouns that are also surnames: directly after a name they belong to it ("Julie Bishop")."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december gmt".split()
)

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
NO_NAMES = (
    WEEKDAYS
    | (CALENDAR - frozenset("april may june august".split()))
    | frozenset({"staff"})  # *By the CNN Wire Staff*
    | frozenset("mon tue tues wed thu thurs fri apr sept sep oct nov dec feb aug edt est bst utc gmt cest".split())
)
"""Days, months and zones that are never part of a name, wherever they stand."""
THINGS = frozenset(
    "act doctrine square street bridge river airport park award prize cup project treaty accord accords bill law plan "
    "agreement programme program day avenue road lane hall stadium building tower valley mountain mountains island islands "
    "lake beach bay sea ocean desert canal strait peninsula pipeline initiative summit conference games olympics war "
    "revolution spring crisis fever virus constitution protocol convention declaration pact amendment index".split()
)
"""Last words of capitalised names that are nobody's: "Tahrir Square", "the Iran Nuclear Deal Act"."""
