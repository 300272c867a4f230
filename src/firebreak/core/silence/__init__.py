"""silence"""
