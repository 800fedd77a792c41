import Situation
