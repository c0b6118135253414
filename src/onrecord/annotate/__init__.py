"""Documents to annotations: sentences with their parses, and paired quotation marks. Only this room knows spaCy."""

from onrecord.annotate.annotator import Annotator
from onrecord.annotate.model import DEFAULT_MODEL, identify
from onrecord.annotate.quotes import pair_quotes
from onrecord.annotate.sentences import split_sentences

__all__ = ["DEFAULT_MODEL", "Annotator", "identify", "pair_quotes", "split_sentences"]
