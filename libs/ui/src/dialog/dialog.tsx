import { Modal } from 'react-bootstrap';
import { useId, type ReactNode } from 'react';
import { kit } from '../kit-messages';

type DialogProps = {
  open: boolean;
  title: string;
  onClose: () => void;
  size?: 'sm' | 'lg' | 'xl';
  footer?: ReactNode;
  children: ReactNode;
};

/** A modal dialog with a title; Escape, the backdrop and the cross call `onClose`. Focus returns where it was. */
export function Dialog({ open, title, onClose, size, footer, children }: DialogProps) {
  const id = useId();
  return (
    <Modal show={open} onHide={onClose} size={size} centered scrollable aria-labelledby={id}>
      <Modal.Header closeButton closeLabel={kit('close')}>
        <Modal.Title as="h2" id={id}>
          {title}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>{children}</Modal.Body>
      {footer && <Modal.Footer>{footer}</Modal.Footer>}
    </Modal>
  );
}
