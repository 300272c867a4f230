"""A witness: a third party that says when it saw how long a log was, and keeps what was left for somebody.

It sees no content. Its whole judgement on checkpoints is `core.record.adding`; what stands here stores, signs
and answers, in this order.
"""
