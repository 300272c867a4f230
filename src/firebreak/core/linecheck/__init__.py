"""linecheck"""
