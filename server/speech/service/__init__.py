"""The sound of a sentence: synthesis, a clinic's own recordings, and the files that are kept."""

from server.speech.service.sentences import Piece, Sentence, call_sentence, plain_sentence
from server.speech.service.voice import Voice

__all__ = ["Piece", "Sentence", "Voice", "call_sentence", "plain_sentence"]
